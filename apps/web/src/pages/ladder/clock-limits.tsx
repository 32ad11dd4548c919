import { App, Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { ClockLimits } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { ladderText } from '../../text/ladder.js';
import { useSetLimits } from './ladder-queries.js';

/** How many working days receipt and review may take. */
export function ClockLimitsPanel({ cid, limits }: { cid: string; limits: ClockLimits }) {
  const [draft, setDraft] = useState(limits);
  const save = useSetLimits(cid);
  const { message } = App.useApp();
  const field = (name: keyof ClockLimits, label: string) => (
    <label>
      {label}{' '}
      <InputNumber
        min={1}
        max={60}
        precision={0}
        value={draft[name]}
        onChange={(days) => setDraft({ ...draft, [name]: days ?? limits[name] })}
      />
    </label>
  );
  return (
    <Panel title={ladderText.limits}>
      <p className="muted">{ladderText.limitsHint}</p>
      {save.error !== null && <ProblemAlert error={save.error} />}
      <div className="row">
        {field('receiptWorkingDays', ladderText.receiptLimit)}
        {field('verificationWorkingDays', ladderText.verificationLimit)}
        <Button
          loading={save.isPending}
          onClick={() =>
            save.mutate(draft, { onSuccess: () => void message.success(ladderText.limitsSaved) })
          }
        >
          {ladderText.limitsSave}
        </Button>
      </div>
    </Panel>
  );
}
