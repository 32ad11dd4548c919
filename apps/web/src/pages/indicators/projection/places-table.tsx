import { Link } from 'react-router';
import type { ProjectionView, StageYear } from '../../../api/types.js';
import { Panel } from '../../../parts/panel.js';
import { appText } from '../../../text/app.js';
import { stageText } from '../../../text/indicators.js';
import { projectionText } from '../../../text/projection.js';
import { listOf } from '../../../text/wording.js';
import { whatIfUrl } from '../use-address.js';

function balanceText(balance: number | null): string {
  if (balance === null) return projectionText.pending;
  if (balance === 0) return projectionText.even;
  return balance > 0 ? projectionText.surplus(balance) : projectionText.shortage(-balance);
}

function StageCells({ id, year, row }: { id: string; year: number; row: StageYear }) {
  return (
    <>
      <td data-label={projectionText.stage}>{stageText[row.stage]}</td>
      <td data-label={projectionText.pupils} className="matrix-number">
        <Link to={whatIfUrl(id, { tab: 'schools', year: String(year), stage: row.stage })}>{row.pupils}</Link>
        {row.pupilsMissing > 0 && (
          <div className="muted">{projectionText.pupilsMissing(row.pupilsMissing)}</div>
        )}
      </td>
      <td data-label={projectionText.added} className="matrix-number">
        <Link to={whatIfUrl(id, { tab: 'basis' })}>{row.placesAdded}</Link>
        {row.placesUnknown > 0 && (
          <div className="muted">{projectionText.unknownPlaces(row.placesUnknown)}</div>
        )}
      </td>
      <td
        data-label={projectionText.balance}
        className={`matrix-number ${row.balance !== null && row.balance < 0 ? 'places-short' : ''}`}
      >
        {balanceText(row.balance)}
      </td>
    </>
  );
}

/** Pupils against the places that projects add; the data know no others. */
export function PlacesTable({ id, view }: { id: string; view: ProjectionView }) {
  return (
    <Panel title={projectionText.places} extra={<span className="muted">{projectionText.placesLead}</span>}>
      <table className="board-table">
        <thead>
          <tr>
            <th scope="col">{projectionText.year}</th>
            <th scope="col">{projectionText.stage}</th>
            <th scope="col" className="matrix-number">
              {projectionText.pupils}
            </th>
            <th scope="col" className="matrix-number">
              {projectionText.added}
            </th>
            <th scope="col" className="matrix-number">
              {projectionText.balance}
            </th>
            <th scope="col">{projectionText.opened}</th>
          </tr>
        </thead>
        <tbody>
          {view.years.flatMap(({ year, stages, opened }) =>
            stages.map((row) => (
              <tr key={`${year}-${row.stage}`}>
                <th scope="row">{projectionText.yearText(year)}</th>
                <StageCells id={id} year={year} row={row} />
                <td data-label={projectionText.opened}>
                  {row.stage !== 'primary' || opened.length === 0 ? appText.dash : listOf(opened)}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Panel>
  );
}
