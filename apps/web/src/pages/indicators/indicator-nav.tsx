import { Select } from 'antd';
import { Link, useLocation } from 'react-router';
import type { DataSetRow } from '../../api/types.js';
import { useCampaign } from '../../shell/session.js';
import { formatDateShort } from '../../text/dates.js';
import { caseText, figuresText, judgementText, vetoText } from '../../text/county-inputs.js';
import { indicatorsText } from '../../text/indicators.js';
import { responsibilityText } from '../../text/responsibilities.js';
import { useDataSets } from './indicators.queries.js';
import {
  boardUrl,
  dataUrl,
  matrixUrl,
  projectionUrl,
  remedyUrl,
  responsibilitiesUrl,
  useAddress,
  useDataSetId,
} from './use-address.js';

export const dataSetName = (row: DataSetRow): string =>
  indicatorsText.dataSetName(row.schoolYear, row.kind, formatDateShort(row.asOf));

/** Which data set the page shows; without a choice, the newest. */
export function DataSetSelect({ shown }: { shown: DataSetRow | null }) {
  const campaign = useCampaign();
  const { set } = useAddress();
  const sets = useDataSets(campaign.id);
  const rows = sets.data ?? [];
  if (shown === null || rows.length < 2) return null;
  return (
    <Select
      className="indicator-data-set"
      aria-label={indicatorsText.dataSet}
      value={shown.id}
      options={rows.map((row) => ({ value: row.id, label: dataSetName(row) }))}
      onChange={(dataSetId: string) => set({ dataSetId })}
    />
  );
}

const countyPages = [
  { to: '/indicators/figures', label: figuresText.title },
  { to: '/indicators/judgements', label: judgementText.title },
  { to: '/indicators/vetoes', label: vetoText.title },
  { to: '/indicators/special-cases', label: caseText.title },
].map((page) => ({ ...page, path: page.to }));

/** A page is also current on the pages below it; the board, which is above them all, only on its own. */
const isCurrent = (path: string, pathname: string): boolean =>
  pathname === path || (path !== '/indicators' && pathname.startsWith(`${path}/`));

/** The pages of the indicators; the chosen data set goes along. */
export function IndicatorNav() {
  const { pathname } = useLocation();
  const dataSetId = useDataSetId();
  const links = [
    { to: boardUrl({ dataSetId }), path: '/indicators', label: indicatorsText.board },
    { to: matrixUrl({ dataSetId }), path: '/indicators/matrix', label: indicatorsText.matrix },
    { to: remedyUrl({ dataSetId }), path: '/indicators/remedy', label: indicatorsText.remedy },
    { to: projectionUrl, path: projectionUrl, label: indicatorsText.projection },
    { to: responsibilitiesUrl, path: responsibilitiesUrl, label: responsibilityText.title },
    ...countyPages,
    { to: dataUrl, path: dataUrl, label: indicatorsText.data },
  ];
  return (
    <nav className="indicator-nav no-print" aria-label={indicatorsText.pages}>
      {links.map(({ to, path, label }) => (
        <Link key={path} to={to} aria-current={isCurrent(path, pathname) ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
