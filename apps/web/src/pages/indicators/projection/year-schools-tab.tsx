import { Link } from 'react-router';
import type { Conclusion, ProjectionView, YearSection } from '../../../api/types.js';
import { Nothing } from '../../../parts/empty.js';
import { Panel } from '../../../parts/panel.js';
import { QueryView } from '../../../parts/query-view.js';
import { VerdictTag } from '../../../parts/verdict-tag.js';
import { useCampaign } from '../../../shell/session.js';
import { stageText, verdictText } from '../../../text/indicators.js';
import { projectionText } from '../../../text/projection.js';
import { listOf } from '../../../text/wording.js';
import { schoolUrl, useAddress } from '../use-address.js';
import { AddressSelect } from './address-select.js';
import { useYearSections } from './projection.queries.js';

const conclusions: readonly Conclusion[] = ['unmet', 'to_verify', 'met', 'not_applicable'];

function SectionLine({ row, dataSetId }: { row: YearSection; dataSetId: string }) {
  return (
    <tr>
      <th scope="row">
        {row.inData ? <Link to={schoolUrl(row.code, { dataSetId })}>{row.name}</Link> : row.name}{' '}
        {!row.inData && <span className="mark">{projectionText.founded}</span>}
      </th>
      <td data-label={projectionText.stage}>{stageText[row.stage]}</td>
      <td data-label={projectionText.students} className="matrix-number">
        {row.students ?? projectionText.noFigure}
      </td>
      <td data-label={projectionText.conclusion}>
        <VerdictTag verdict={row.verdict} />
      </td>
      <td data-label={projectionText.missed}>{listOf(row.missed)}</td>
      <td data-label={projectionText.reason}>{row.reason}</td>
    </tr>
  );
}

function SectionTable({ rows, dataSetId }: { rows: readonly YearSection[]; dataSetId: string }) {
  const { get } = useAddress();
  const [stage, verdict] = [get('stage'), get('verdict')];
  const found = rows.filter(
    (row) =>
      (stage === undefined || row.stage === stage) && (verdict === undefined || row.verdict === verdict),
  );
  return (
    <>
      <div className="muted">{projectionText.count(found.length)}</div>
      {found.length === 0 ? (
        <Nothing text={projectionText.noSchools} />
      ) : (
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{projectionText.school}</th>
              <th scope="col">{projectionText.stage}</th>
              <th scope="col" className="matrix-number">
                {projectionText.students}
              </th>
              <th scope="col">{projectionText.conclusion}</th>
              <th scope="col">{projectionText.missed}</th>
              <th scope="col">{projectionText.reason}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((row) => (
              <SectionLine key={`${row.code}-${row.stage}`} row={row} dataSetId={dataSetId} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** The schools behind a year's numbers. */
export function YearSchoolsTab({ id, view }: { id: string; view: ProjectionView }) {
  const { get } = useAddress();
  const years = view.years.map(({ year }) => year);
  const year = years.find((each) => String(each) === get('year')) ?? view.goalYear;
  const sections = useYearSections(useCampaign().id, id, year);
  return (
    <Panel title={projectionText.tabs.schools}>
      <div className="stack">
        <div className="row" role="group" aria-label={projectionText.filter}>
          <AddressSelect
            name="year"
            label={projectionText.year}
            usual={String(year)}
            options={years.map((each) => ({ value: String(each), label: projectionText.yearText(each) }))}
          />
          <AddressSelect
            name="stage"
            label={projectionText.stage}
            any={projectionText.anyStage}
            options={[
              { value: 'primary', label: stageText.primary },
              { value: 'junior', label: stageText.junior },
            ]}
          />
          <AddressSelect
            name="verdict"
            label={projectionText.conclusion}
            any={projectionText.anyVerdict}
            options={conclusions.map((value) => ({ value, label: verdictText[value] }))}
          />
        </div>
        <QueryView query={sections}>
          {({ rows }) => <SectionTable rows={rows} dataSetId={view.dataSet.id} />}
        </QueryView>
      </div>
    </Panel>
  );
}
