import { Alert, Progress } from 'antd';
import type { SimulationOutcome, SimulationView } from '../../../api/simulation-types.js';
import { Panel } from '../../../parts/panel.js';
import { QueryView } from '../../../parts/query-view.js';
import { formatDateShort } from '../../../text/dates.js';
import { simulationText } from '../../../text/simulation.js';
import { withDetail } from '../../../text/wording.js';
import { LoadTable } from './load-table.js';
import { MonthTable } from './month-table.js';
import { useSimulation } from './simulation.queries.js';
import { papersOf, sumOf } from './sum-months.js';

function Figures({ result }: { result: SimulationOutcome }) {
  const digests = sumOf(result.months, 'digests');
  const held = sumOf(result.months, 'held') + sumOf(result.months, 'released');
  return (
    <>
      <p>
        <strong>{simulationText.verdict(digests, papersOf(result.months))}</strong>
      </p>
      <p className="muted">
        {simulationText.context(result.tasks, result.workingDays, result.messages - digests)}
      </p>
      {held > 0 && <p className="muted">{simulationText.heldHint(held)}</p>}
      <MonthTable months={result.months} />
    </>
  );
}

function Shown({ view }: { view: SimulationView }) {
  const span = simulationText.from(formatDateShort(view.from), formatDateShort(view.to));
  return (
    <>
      <Panel title={withDetail(simulationText.versionName(view.ladderNumber, view.ladderName), span)}>
        {view.state === 'running' && (
          <div role="status">
            <Progress percent={Math.floor(view.share * 100)} status="active" />
            <p>{simulationText.progress(view.share)}</p>
          </div>
        )}
        {view.error !== null && <Alert type="error" showIcon title={view.error} />}
        {view.result !== null && <Figures result={view.result} />}
      </Panel>
      {view.result !== null && <LoadTable months={view.result.months} />}
    </>
  );
}

/** One ladder tried out: how far it is, or what came of it. */
export function Outcome({ cid, id }: { cid: string; id: string }) {
  const simulation = useSimulation(cid, id);
  return <QueryView query={simulation}>{(view) => <Shown view={view} />}</QueryView>;
}
