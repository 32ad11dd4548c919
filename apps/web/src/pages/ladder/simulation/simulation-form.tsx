import { Alert, Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import type { LadderVersionRow } from '../../../api/types.js';
import { Panel } from '../../../parts/panel.js';
import { ProblemAlert } from '../../../parts/problem-alert.js';
import { useSession } from '../../../shell/session.js';
import { simulationText } from '../../../text/simulation.js';
import { useAskSimulation } from './simulation.queries.js';

interface Props {
  cid: string;
  versions: LadderVersionRow[];
  /** Of the version to begin with. */
  chosen: string | null;
  busy: boolean;
  onAsked: (id: string) => void;
}

const dayFormat = 'YYYY-MM-DD';

/** A whole year from today, unless told otherwise. */
function yearFrom(today: string): [string, string] {
  const [year, ...rest] = today.split('-');
  const next = [String(Number(year) + 1), ...rest].join('-');
  return [today, dayjs(next).format(dayFormat)];
}

export function SimulationForm({ cid, versions, chosen, busy, onAsked }: Props) {
  const { today } = useSession();
  const ids = { version: useId(), from: useId(), to: useId() };
  const ask = useAskSimulation(cid);
  const [picked, setPicked] = useState(chosen);
  const [[from, to], setSpan] = useState(yearFrom(today));
  const version = versions.find((one) => one.id === picked) ?? versions[0];
  if (version === undefined) return <Alert type="info" showIcon title={simulationText.noVersions} />;
  const start = () =>
    ask.mutate({ ladderVersionId: version.id, from, to }, { onSuccess: ({ id }) => onAsked(id) });
  return (
    <Panel title={simulationText.form}>
      <div className="stack">
        {ask.error !== null && <ProblemAlert error={ask.error} />}
        <div className="simulation-form">
          <span className="simulation-field">
            <label htmlFor={ids.version}>{simulationText.version}</label>
            <Select
              id={ids.version}
              value={version.id}
              options={versions.map(({ id, number, ladder }) => ({
                value: id,
                label: simulationText.versionName(number, ladder.name),
              }))}
              onChange={setPicked}
            />
          </span>
          <span className="simulation-field">
            <label htmlFor={ids.from}>{simulationText.fromDay}</label>
            <DatePicker
              id={ids.from}
              allowClear={false}
              value={dayjs(from)}
              onChange={(date) => date !== null && setSpan([date.format(dayFormat), to])}
            />
          </span>
          <span className="simulation-field">
            <label htmlFor={ids.to}>{simulationText.toDay}</label>
            <DatePicker
              id={ids.to}
              allowClear={false}
              minDate={dayjs(from)}
              value={dayjs(to)}
              onChange={(date) => date !== null && setSpan([from, date.format(dayFormat)])}
            />
          </span>
          <Button type="primary" disabled={busy} loading={ask.isPending} onClick={start}>
            {simulationText.start}
          </Button>
        </div>
        {busy && <p className="muted">{simulationText.busy}</p>}
        <details>
          <summary>{simulationText.assumed}</summary>
          <ul>
            {simulationText.assumptions.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      </div>
    </Panel>
  );
}
