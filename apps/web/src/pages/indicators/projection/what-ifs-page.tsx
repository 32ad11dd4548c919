import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { WhatIfRow } from '../../../api/types.js';
import { Nothing } from '../../../parts/empty.js';
import { PageHead } from '../../../parts/page-head.js';
import { Panel } from '../../../parts/panel.js';
import { QueryView } from '../../../parts/query-view.js';
import { useCampaign } from '../../../shell/session.js';
import { formatInstant } from '../../../text/dates.js';
import { indicatorsText } from '../../../text/indicators.js';
import { projectionText } from '../../../text/projection.js';
import { dataSetName, IndicatorNav } from '../indicator-nav.js';
import '../indicators.css';
import { compareUrl, whatIfUrl } from '../use-address.js';
import { NewWhatIf } from './new-what-if.js';
import './projection.css';
import { useWhatIfs } from './projection.queries.js';

const mostCompared = 3;

function WhatIfLine({
  row,
  chosen,
  onChoose,
}: {
  row: WhatIfRow;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}) {
  return (
    <tr>
      <td data-label={projectionText.choose}>
        <Checkbox
          aria-label={projectionText.chooseOf(row.name)}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </td>
      <th scope="row">
        <Link to={whatIfUrl(row.id)}>{row.name}</Link>
      </th>
      <td data-label={projectionText.content}>
        <Link to={whatIfUrl(row.id, { tab: 'basis' })}>
          {projectionText.rows(row.enrolmentRows, row.projectRows)}
        </Link>
      </td>
      <td data-label={projectionText.until}>{projectionText.untilYear(row.goalYear)}</td>
      <td data-label={projectionText.rests}>{dataSetName(row.dataSet)}</td>
      <td data-label={projectionText.changedBy}>
        {projectionText.changedAt(row.updatedBy.name, formatInstant(row.updatedAt))}
      </td>
    </tr>
  );
}

function WhatIfTable({ rows, mayWrite }: { rows: readonly WhatIfRow[]; mayWrite: boolean }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (rows.length === 0)
    return (
      <Nothing
        text={projectionText.none}
        next={mayWrite ? projectionText.noneNext : projectionText.noneOthers}
      />
    );
  const choose = (id: string, wanted: boolean) =>
    setChosen(wanted ? [...chosen, id] : chosen.filter((each) => each !== id));
  const tooMany = chosen.length > mostCompared;
  const label = tooMany ? projectionText.mostCompared : projectionText.compare(chosen.length);
  return (
    <div className="stack">
      <table className="board-table">
        <thead>
          <tr>
            <th scope="col">{projectionText.choose}</th>
            <th scope="col">{projectionText.name}</th>
            <th scope="col">{projectionText.content}</th>
            <th scope="col">{projectionText.until}</th>
            <th scope="col">{projectionText.rests}</th>
            <th scope="col">{projectionText.changedBy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <WhatIfLine
              key={row.id}
              row={row}
              chosen={chosen.includes(row.id)}
              onChoose={(wanted) => choose(row.id, wanted)}
            />
          ))}
        </tbody>
      </table>
      <div className="row">
        {chosen.length === 0 || tooMany ? (
          <Button disabled>{label}</Button>
        ) : (
          <Link to={compareUrl(chosen)}>{label}</Link>
        )}
      </div>
    </div>
  );
}

export function WhatIfsPage() {
  const campaign = useCampaign();
  const whatIfs = useWhatIfs(campaign.id);
  return (
    <>
      <PageHead title={indicatorsText.projection} lead={projectionText.listLead} />
      <IndicatorNav />
      <QueryView query={whatIfs}>
        {({ items, mayWrite }) => (
          <Panel title={projectionText.whatIfs}>
            <div className="stack">
              {mayWrite && <NewWhatIf rows={items} />}
              <WhatIfTable rows={items} mayWrite={mayWrite} />
            </div>
          </Panel>
        )}
      </QueryView>
    </>
  );
}
