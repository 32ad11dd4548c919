import { Checkbox, DatePicker, Form, Input, Radio, Select } from 'antd';
import type { EvidenceKind, Priority } from '../../api/types.js';
import { useClauses, useUnits } from '../../parts/campaign.queries.js';
import { DueRuleFields } from '../../parts/due-rule-fields.js';
import { matchesLabel } from '../../parts/match-label.js';
import { evidenceKindText, priorityText } from '../../text/states.js';
import { newTaskText } from '../../text/new-task.js';
import type { TaskForm } from './task-form.js';

const kinds = Object.keys(evidenceKindText) as EvidenceKind[];
const priorities = Object.keys(priorityText) as Priority[];

function UnitFields({ cid }: { cid: string }) {
  const units = useUnits(cid);
  const form = Form.useFormInstance<TaskForm>();
  const leadUnitId = Form.useWatch('leadUnitId', form);
  const options = (units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <>
      <Form.Item
        name="leadUnitId"
        label={newTaskText.leadUnit}
        rules={[{ required: true, message: newTaskText.leadUnitRequired }]}
      >
        <Select showSearch={{ filterOption: matchesLabel }} loading={units.isPending} options={options} />
      </Form.Item>
      <Form.Item name="supportingUnitIds" label={newTaskText.supportingUnits}>
        <Select
          mode="multiple"
          showSearch={{ filterOption: matchesLabel }}
          options={options.filter((option) => option.value !== leadUnitId)}
        />
      </Form.Item>
    </>
  );
}

function DueFields() {
  const form = Form.useFormInstance<TaskForm>();
  const undetermined = Form.useWatch('undetermined', form) ?? false;
  const mode = Form.useWatch(['rule', 'mode'], form) ?? 'date';
  if (mode !== 'date') return <DueRuleFields mode={mode} />;
  return (
    <div className="due-fields">
      <DueRuleFields mode={mode} />
      <Form.Item
        name="dueOn"
        label={newTaskText.due}
        dependencies={['undetermined']}
        rules={[{ required: !undetermined, message: newTaskText.dueRequired }]}
      >
        <DatePicker disabled={undetermined} />
      </Form.Item>
      <Form.Item name="undetermined" valuePropName="checked" className="due-undetermined">
        <Checkbox>{newTaskText.undetermined}</Checkbox>
      </Form.Item>
    </div>
  );
}

/** The fields every new or drafted task has, apart from where it comes from. */
export function TaskFields({ cid }: { cid: string }) {
  const clauses = useClauses(cid);
  return (
    <>
      <Form.Item
        name="title"
        label={newTaskText.name}
        rules={[{ required: true, whitespace: true, message: newTaskText.nameRequired }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <div className="form-pair">
        <UnitFields cid={cid} />
      </div>
      <div className="form-pair">
        <DueFields />
        <Form.Item name="priority" label={newTaskText.priority}>
          <Radio.Group options={priorities.map((value) => ({ value, label: priorityText[value] }))} />
        </Form.Item>
      </div>
      <Form.Item name="clauseId" label={newTaskText.clause}>
        <Select
          allowClear
          showSearch={{ filterOption: matchesLabel }}
          options={(clauses.data?.items ?? []).map((clause) => ({
            value: clause.id,
            label: `${clause.number} ${clause.title}`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="requiredEvidence"
        label={newTaskText.requiredEvidence}
        extra={newTaskText.requiredEvidenceHelp}
      >
        <Checkbox.Group options={kinds.map((value) => ({ value, label: evidenceKindText[value] }))} />
      </Form.Item>
      <Form.Item name="description" label={newTaskText.description} extra={newTaskText.descriptionHelp}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </>
  );
}
