import { Link } from 'react-router';
import type { CountyRemedyRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { Panel } from '../../parts/panel.js';
import { appText } from '../../text/app.js';
import { resourceShort, stageText } from '../../text/indicators.js';
import { moneyText } from '../../text/money.js';
import { remedyText } from '../../text/remedy.js';
import { schoolUrl, useDataSetId } from './use-address.js';

const { indicator, stage, before, after, added, moved, cost, proof, distribution } = remedyText;
const columns = [indicator, stage, before, after, added, moved, cost, proof, distribution];

const coefficient = (value: number | null): string => (value === null ? appText.dash : value.toFixed(3));

function Distribution({ row }: { row: CountyRemedyRow }) {
  const dataSetId = useDataSetId();
  if (row.changes.length === 0) return appText.dash;
  return (
    <details className="remedy-changes">
      <summary>{remedyText.changes(row.changes.length)}</summary>
      <ul className="remedy-list">
        {row.changes.map(({ code, name, amount }) => (
          <li key={code}>
            <Link to={schoolUrl(code, { dataSetId })}>{name}</Link> {remedyText.change(amount, row.unit)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function CountyLine({ row }: { row: CountyRemedyRow }) {
  return (
    <tr>
      <th scope="row">
        <span className="board-id">{row.indicator}</span> {resourceShort[row.indicator]}
        {row.missing > 0 && <div className="muted">{remedyText.missing(row.missing)}</div>}
      </th>
      <td data-label={stage}>{stageText[row.stage]}</td>
      <td data-label={before}>{coefficient(row.before)}</td>
      <td data-label={after}>{coefficient(row.after)}</td>
      <td data-label={added}>{remedyText.change(row.added, row.unit)}</td>
      <td data-label={moved}>{row.moved === 0 ? appText.dash : row.moved}</td>
      <td data-label={cost}>{moneyText(row.cost)}</td>
      <td data-label={proof}>
        {row.optimal ? remedyText.optimal : remedyText.atLeast(row.lowerBound, row.unit)}
      </td>
      <td data-label={distribution}>
        <Distribution row={row} />
      </td>
    </tr>
  );
}

/** The least total addition per indicator and stage, and where it goes. */
export function CountyRemedies({ rows }: { rows: readonly CountyRemedyRow[] }) {
  return (
    <Panel title={remedyText.county}>
      {rows.length === 0 ? (
        <Nothing text={remedyText.none} />
      ) : (
        <table className="board-table">
          <thead>
            <tr>
              {columns.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CountyLine key={`${row.indicator}-${row.stage}`} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
