import { DownloadOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { Link } from 'react-router';
import type { ComparedRow, Comparison } from '../../../api/types.js';
import { comparisonWorkbookUrl } from '../../../api/what-ifs.js';
import { Nothing } from '../../../parts/empty.js';
import { PageHead } from '../../../parts/page-head.js';
import { QueryView } from '../../../parts/query-view.js';
import { useCampaign } from '../../../shell/session.js';
import { appText } from '../../../text/app.js';
import { stageText } from '../../../text/indicators.js';
import { measureText, projectionText } from '../../../text/projection.js';
import { withDetail } from '../../../text/wording.js';
import { IndicatorNav } from '../indicator-nav.js';
import '../indicators.css';
import { projectionUrl, useAddress, whatIfUrl } from '../use-address.js';
import './projection.css';
import { useComparison } from './projection.queries.js';

function ComparedLine({ row, columns }: { row: ComparedRow; columns: Comparison['columns'] }) {
  return (
    <tr className={row.differs ? 'compared-differs' : undefined}>
      <td data-label={projectionText.year}>{projectionText.yearText(row.year)}</td>
      <td data-label={projectionText.stage}>
        {row.stage === null ? projectionText.county : stageText[row.stage]}
      </td>
      <th scope="row">
        {measureText[row.measure]} {row.differs && <span className="mark">{projectionText.differs}</span>}
      </th>
      {row.values.map(({ value, difference }, index) => {
        const number = value === null ? appText.dash : String(value);
        return (
          <td key={columns[index]?.id ?? 'none'} data-label={columns[index]?.name} className="matrix-number">
            {difference === '' ? number : withDetail(number, difference)}
          </td>
        );
      })}
    </tr>
  );
}

function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const { get, set } = useAddress();
  const onlyDifferent = get('all') === undefined;
  const { columns, notes } = comparison;
  const rows = comparison.rows.filter((row) => row.differs || !onlyDifferent);
  return (
    <section className="panel stack" aria-label={projectionText.compareTitle}>
      <div className="row">
        <Checkbox
          checked={onlyDifferent}
          onChange={(event) => set({ all: event.target.checked ? undefined : '1' })}
        >
          {projectionText.onlyDifferent}
        </Checkbox>
        <span className="muted">{projectionText.count(rows.length)}</span>
      </div>
      {rows.length === 0 ? (
        <Nothing text={projectionText.noDifference} />
      ) : (
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{projectionText.year}</th>
              <th scope="col">{projectionText.stage}</th>
              <th scope="col">{projectionText.measure}</th>
              {columns.map(({ id, name }) => (
                <th scope="col" key={id ?? 'none'} className="matrix-number compared-name">
                  {id === null ? name : <Link to={whatIfUrl(id)}>{name}</Link>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ComparedLine key={[row.year, row.stage, row.measure].join()} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      )}
      <ul className="what-if-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

/** Two or three what-ifs, and what comes if nothing is done, side by side. */
export function ComparePage() {
  const campaign = useCampaign();
  const { get } = useAddress();
  const ids = (get('ids') ?? '').split(',').filter((id) => id !== '');
  const comparison = useComparison(campaign.id, ids);
  return (
    <>
      <PageHead title={projectionText.compareTitle} lead={projectionText.compareLead}>
        <Link to={projectionUrl}>{projectionText.back}</Link>
        {ids.length > 0 && (
          <Button icon={<DownloadOutlined />} href={comparisonWorkbookUrl(campaign.id, ids)} download>
            {projectionText.workbook}
          </Button>
        )}
      </PageHead>
      <IndicatorNav />
      {ids.length === 0 ? (
        <section className="panel">
          <Nothing text={projectionText.chooseFirst} />
        </section>
      ) : (
        <QueryView query={comparison}>{(data) => <ComparisonTable comparison={data} />}</QueryView>
      )}
    </>
  );
}
