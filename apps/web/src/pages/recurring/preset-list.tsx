import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { createRules } from '../../api/recurring.js';
import type { RecurringPreset, RecurringRuleInput } from '../../api/types.js';
import { useUnits } from '../../parts/campaign.queries.js';
import { matchesLabel } from '../../parts/match-label.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { recurringText } from '../../text/recurring.js';
import { labelled, listOf } from '../../text/wording.js';

interface RowProps {
  cid: string;
  rule: RecurringRuleInput;
  onChange: (rule: RecurringRuleInput) => void;
  onRemove: () => void;
}

function PresetRule({ cid, rule, onChange, onRemove }: RowProps) {
  const units = useUnits(cid);
  const { recurrence } = rule;
  const audience = recurringText.audienceNow(recurringText.audiences[rule.audience]);
  const names = (units.data?.items ?? [])
    .filter(({ id }) => rule.unitIds.includes(id))
    .map((unit) => unit.shortName);
  const on = (more: Partial<typeof recurrence.on>) =>
    onChange({ ...rule, recurrence: { ...recurrence, on: { ...recurrence.on, ...more } } });
  const found =
    names.length === 0 && rule.audience === 'indicator_leads' ? recurringText.noLeads : listOf(names);
  const who = found === '' ? audience : labelled(audience, found);
  return (
    <li className="stack">
      <strong>{rule.title}</strong>
      <span className="muted">{recurringText.whenText(recurrence)}</span>
      <span className="row">
        <InputNumber
          aria-label={recurringText.month}
          min={0}
          max={24}
          value={recurrence.monthOffset}
          onChange={(month) =>
            onChange({ ...rule, recurrence: { ...recurrence, monthOffset: month ?? recurrence.monthOffset } })
          }
        />
        <InputNumber
          aria-label={recurringText.day}
          min={1}
          max={31}
          value={recurrence.on.day ?? 1}
          onChange={(day) => on({ day: day ?? 1 })}
        />
        {rule.audience === 'units' ? (
          <Select
            mode="multiple"
            aria-label={recurringText.units}
            style={{ minWidth: 220 }}
            value={rule.unitIds}
            showSearch={{ filterOption: matchesLabel }}
            options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.shortName }))}
            onChange={(unitIds: string[]) => onChange({ ...rule, unitIds })}
          />
        ) : (
          <span>{who}</span>
        )}
        <Button size="small" onClick={onRemove}>
          {recurringText.remove}
        </Button>
      </span>
    </li>
  );
}

interface Props {
  cid: string;
  preset: RecurringPreset;
  onDone: () => void;
}

/** The rules of a preset, to be looked through and changed; nothing exists before they are confirmed. */
export function PresetList({ cid, preset, onDone }: Props) {
  const [rules, setRules] = useState(preset.rules);
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const create = useMutation({
    mutationFn: () => createRules(cid, rules),
    onSuccess: () => {
      void message.success(recurringText.saved);
      void queryClient.invalidateQueries();
      onDone();
    },
  });
  return (
    <div className="stack">
      <p className="muted">{recurringText.presetRules}</p>
      <ul className="stack">
        {rules.map((rule, index) => (
          <PresetRule
            key={rule.title}
            cid={cid}
            rule={rule}
            onChange={(next) => setRules(rules.map((one, at) => (at === index ? next : one)))}
            onRemove={() => setRules(rules.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      {create.error !== null && <ProblemAlert error={create.error} />}
      <Button
        type="primary"
        disabled={rules.length === 0}
        loading={create.isPending}
        onClick={() => create.mutate()}
      >
        {recurringText.confirmPreset(rules.length)}
      </Button>
    </div>
  );
}
