import { Link } from 'react-router';
import type { SchoolRemedyRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { Panel } from '../../parts/panel.js';
import { appText } from '../../text/app.js';
import { resourceShort, stageText } from '../../text/indicators.js';
import { moneyText } from '../../text/money.js';
import { remedyText } from '../../text/remedy.js';
import { listOf } from '../../text/wording.js';
import { schoolUrl, useDataSetId } from './use-address.js';

function Needs({ row }: { row: SchoolRemedyRow }) {
  return (
    <ul className="remedy-list">
      {row.needs.map(({ stage, indicator, lacks, unit }) => (
        <li key={`${stage}-${indicator}`}>
          {remedyText.lack(stageText[stage], `${indicator} ${resourceShort[indicator]}`, lacks, unit)}
        </li>
      ))}
    </ul>
  );
}

function Purchases({ row }: { row: SchoolRemedyRow }) {
  if (row.purchases === null) return <div className="muted">{remedyText.unknown(row.unknown ?? '')}</div>;
  if (row.purchases.length === 0) return <div className="muted">{remedyText.nothingToBuy}</div>;
  const staying = row.belowLine.map(({ stage, indicator }) => `${stageText[stage]} ${indicator}`);
  return (
    <div>
      <ul className="remedy-list">
        {row.purchases.map(({ indicator, stage, amount, unit }) => (
          <li key={`${stage ?? ''}-${indicator}`}>
            {remedyText.purchase(
              stage === null ? '' : `${stageText[stage]} `,
              `${indicator} ${resourceShort[indicator]}`,
              amount,
              unit,
            )}
          </li>
        ))}
      </ul>
      {staying.length > 0 && <div className="muted">{remedyText.mayStay(listOf(staying))}</div>}
    </div>
  );
}

function SchoolLine({ row }: { row: SchoolRemedyRow }) {
  const dataSetId = useDataSetId();
  return (
    <tr>
      <th scope="row">
        <Link to={schoolUrl(row.code, { dataSetId })}>{row.name}</Link>
      </th>
      <td data-label={remedyText.lacks}>
        <Needs row={row} />
      </td>
      <td data-label={remedyText.purchases}>
        <Purchases row={row} />
      </td>
      <td data-label={remedyText.cost} className="remedy-money">
        {row.cost === null ? appText.dash : moneyText(row.cost)}
      </td>
    </tr>
  );
}

/** Each school for itself: what it lacks, and the cheapest purchases that satisfy the rule. */
export function SchoolRemedies({ rows }: { rows: readonly SchoolRemedyRow[] }) {
  const total = rows.reduce((sum, row) => sum + Number(row.cost ?? 0), 0);
  return (
    <Panel
      title={remedyText.schools}
      extra={<span className="muted">{remedyText.schoolsTotal(rows.length, moneyText(total))}</span>}
    >
      {rows.length === 0 ? (
        <Nothing text={remedyText.noneSchools} />
      ) : (
        <div className="remedy-frame" role="region" aria-label={remedyText.lacks} tabIndex={0}>
          <table className="board-table">
            <thead>
              <tr>
                <th scope="col">{remedyText.school}</th>
                <th scope="col">{remedyText.lacks}</th>
                <th scope="col">{remedyText.purchases}</th>
                <th scope="col" className="remedy-money">
                  {remedyText.cost}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <SchoolLine key={row.code} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
