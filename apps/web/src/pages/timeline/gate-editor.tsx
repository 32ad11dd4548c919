import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { saveGate } from '../../api/timeline.js';
import type { GateChoices, GateConditionInput, GateConditionKind, GateScope } from '../../api/types.js';
import { matchesLabel } from '../../parts/match-label.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { gateEditorText, timelineText } from '../../text/timeline.js';
import type { PhaseProps } from './phase-props.js';
import { useGateChoices } from './timeline.queries.js';

const scopesOf: Record<GateConditionKind, GateScope[]> = {
  tasks: ['phase', 'group', 'clause'],
  indicator: ['one', 'all'],
  projects: ['accepted', 'opened'],
  ledger: ['open'],
};
const kinds = Object.keys(scopesOf) as GateConditionKind[];

/** A fresh condition of a kind, as lenient as it can be read: everything is asked for. */
const fresh = (kind: GateConditionKind, scope: GateScope): GateConditionInput => ({
  kind,
  scope,
  ref: null,
  limit: kind === 'indicator' ? null : kind === 'ledger' ? 0 : 100,
});

const refsOf = (
  choices: GateChoices | undefined,
  scope: GateScope,
): { value: string; label: string }[] | undefined => {
  const lists: Partial<Record<GateScope, keyof GateChoices>> = {
    clause: 'clauses',
    group: 'groups',
    one: 'indicators',
    open: 'ledgers',
  };
  const name = lists[scope];
  return name && (choices?.[name] ?? []).map(({ ref, label }) => ({ value: ref, label }));
};

interface LineProps {
  condition: GateConditionInput;
  choices: GateChoices | undefined;
  onChange: (condition: GateConditionInput) => void;
  onRemove: () => void;
}

function RefField({ condition, choices, onChange }: Omit<LineProps, 'onRemove'>) {
  const options = refsOf(choices, condition.scope);
  if (options !== undefined) {
    return (
      <Form.Item label={gateEditorText.ref} className="gate-ref">
        <Select
          showSearch={{ filterOption: matchesLabel }}
          aria-label={gateEditorText.ref}
          value={condition.ref}
          options={options}
          onChange={(ref: string) => onChange({ ...condition, ref })}
        />
      </Form.Item>
    );
  }
  if (condition.kind !== 'projects') return null;
  return (
    <Form.Item label={gateEditorText.year} className="gate-ref">
      <Input
        aria-label={gateEditorText.year}
        value={condition.ref ?? ''}
        maxLength={4}
        onChange={(event) => onChange({ ...condition, ref: event.target.value || null })}
      />
    </Form.Item>
  );
}

function Line({ condition, choices, onChange, onRemove }: LineProps) {
  const { kind, scope, limit } = condition;
  const limitLabel = kind === 'ledger' ? gateEditorText.most : gateEditorText.share;
  return (
    <div className="gate-line">
      <Form.Item label={gateEditorText.kind}>
        <Select
          aria-label={gateEditorText.kind}
          value={kind}
          options={kinds.map((value) => ({ value, label: gateEditorText.kinds[value] }))}
          onChange={(next) => onChange(fresh(next, scopesOf[next][0] ?? 'phase'))}
        />
      </Form.Item>
      <Form.Item label={gateEditorText.scope}>
        <Select
          aria-label={gateEditorText.scope}
          value={scope}
          options={scopesOf[kind].map((value) => ({ value, label: gateEditorText.scopes[value] }))}
          onChange={(next) => onChange(fresh(kind, next))}
        />
      </Form.Item>
      <RefField condition={condition} choices={choices} onChange={onChange} />
      {kind !== 'indicator' && (
        <Form.Item label={limitLabel} className="gate-limit">
          <InputNumber
            aria-label={limitLabel}
            min={kind === 'ledger' ? 0 : 1}
            max={kind === 'ledger' ? 9999 : 100}
            precision={0}
            value={limit}
            onChange={(next) => onChange({ ...condition, limit: next })}
          />
        </Form.Item>
      )}
      <Button size="small" onClick={onRemove}>
        {gateEditorText.remove}
      </Button>
    </div>
  );
}

/** All the conditions of one gate at once; a refusal keeps what was entered. */
export function GateEditor({ cid, phase, onClose }: PhaseProps & { onClose: () => void }) {
  const choices = useGateChoices(cid);
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const [conditions, setConditions] = useState<GateConditionInput[]>(() =>
    phase.gate.conditions.map(({ kind, scope, ref, limit }) => ({ kind, scope, ref, limit })),
  );
  const save = useMutation({
    mutationFn: () => saveGate(cid, phase.id, { version: phase.gate.version, conditions }),
    onSuccess: () => {
      void message.success(timelineText.saved);
      void refresh(cid);
      onClose();
    },
  });
  const replace = (index: number, ...by: GateConditionInput[]) =>
    setConditions(conditions.toSpliced(index, 1, ...by));
  return (
    <Modal
      open
      width={860}
      title={timelineText.editGateTitle(phase.name)}
      okText={gateEditorText.save}
      cancelText={appText.cancel}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form layout="vertical" component="div" className="gate-editor">
        {conditions.length === 0 && <p className="muted">{gateEditorText.empty}</p>}
        {conditions.map((condition, index) => (
          <Line
            key={index}
            condition={condition}
            choices={choices.data}
            onChange={(next) => replace(index, next)}
            onRemove={() => replace(index)}
          />
        ))}
        <Button onClick={() => setConditions([...conditions, fresh('tasks', 'phase')])}>
          {gateEditorText.add}
        </Button>
      </Form>
      {save.error !== null && <ProblemAlert error={save.error} onLoadLatest={() => void refresh(cid)} />}
    </Modal>
  );
}
