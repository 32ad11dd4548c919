import { Checkbox, DatePicker, Form, Radio, Select, type FormInstance } from 'antd';
import type { EvidenceKind, Priority, UnitRow } from '../../api/types.js';
import { DueRuleFields } from '../../parts/due-rule-fields.js';
import { matchesLabel } from '../../parts/match-label.js';
import { batchText } from '../../text/batch.js';
import { evidenceKindText, priorityText } from '../../text/states.js';
import type { BatchSettings } from './batch-items.js';

const kinds = Object.keys(evidenceKindText) as EvidenceKind[];
const priorities = Object.keys(priorityText) as Priority[];

interface Props {
  form: FormInstance<BatchSettings>;
  initial: BatchSettings;
  units: readonly UnitRow[];
  /** Some of what was chosen is a duty all townships share. */
  townshipDuties: boolean;
  onFinish: (settings: BatchSettings) => void;
}

export function CommonSettings({ form, initial, units, townshipDuties, onFinish }: Props) {
  const undetermined = Form.useWatch('undetermined', form) ?? false;
  const mode = Form.useWatch(['rule', 'mode'], form) ?? initial.rule.mode;
  const leadUnitId = Form.useWatch('leadUnitId', form);
  const options = units.map((unit) => ({ value: unit.id, label: unit.name }));
  const townships = units.filter((unit) => unit.kind === 'township').length;
  return (
    <Form<BatchSettings>
      form={form}
      layout="vertical"
      className="batch-settings"
      initialValues={initial}
      onFinish={(values) => onFinish({ ...initial, ...values })}
    >
      <DueRuleFields mode={mode} />
      <div className="batch-due" hidden={mode !== 'date'}>
        <Form.Item
          name="dueOn"
          label={batchText.due}
          dependencies={['undetermined']}
          rules={[{ required: !undetermined && mode === 'date', message: batchText.dueRequired }]}
        >
          <DatePicker disabled={undetermined} />
        </Form.Item>
        <Form.Item name="undetermined" valuePropName="checked" className="batch-undetermined">
          <Checkbox>{batchText.undetermined}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item name="leadUnitId" label={batchText.leadUnit} extra={batchText.leadUnitHelp}>
        <Select allowClear showSearch={{ filterOption: matchesLabel }} options={options} />
      </Form.Item>
      {townshipDuties && leadUnitId === undefined && (
        <Form.Item name="expandTownships" valuePropName="checked">
          <Checkbox>{batchText.expand(townships)}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="supportingUnitIds" label={batchText.supportingUnits}>
        <Select
          mode="multiple"
          showSearch={{ filterOption: matchesLabel }}
          options={options.filter((option) => option.value !== leadUnitId)}
        />
      </Form.Item>
      <Form.Item name="priority" label={batchText.priority}>
        <Radio.Group options={priorities.map((value) => ({ value, label: priorityText[value] }))} />
      </Form.Item>
      <Form.Item name="requiredEvidence" label={batchText.requiredEvidence}>
        <Checkbox.Group options={kinds.map((value) => ({ value, label: evidenceKindText[value] }))} />
      </Form.Item>
    </Form>
  );
}
