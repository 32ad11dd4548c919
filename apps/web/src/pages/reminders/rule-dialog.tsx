import { Checkbox, Form, Input, InputNumber, Modal, Select, Switch } from 'antd';
import type { DayKind, Priority, RecipientKind, ReminderRuleRow, SourceKind } from '../../api/types.js';
import { appText } from '../../text/app.js';
import { offsetWords, remindersText } from '../../text/reminders.js';
import { priorityText, sourceKindText } from '../../text/states.js';

type Side = 'before' | 'on' | 'after';

interface RuleForm {
  name: string;
  side: Side;
  days: number;
  dayKind: DayKind;
  recipients: RecipientKind[];
  sourceKinds: SourceKind[];
  priorities: Priority[];
  active: boolean;
}

const optionsOf = <Key extends string>(words: Record<Key, string>) =>
  (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }));
const sign: Record<Side, -1 | 0 | 1> = { before: -1, on: 0, after: 1 };

const empty: RuleForm = {
  name: '',
  side: 'before',
  days: 3,
  dayKind: 'working',
  recipients: ['handler', 'lead_head'],
  sourceKinds: [],
  priorities: [],
  active: true,
};

function toForm(rule: ReminderRuleRow | undefined): RuleForm {
  if (rule === undefined) return empty;
  const side = rule.offsetDays < 0 ? 'before' : rule.offsetDays > 0 ? 'after' : 'on';
  return { ...rule, side, days: Math.abs(rule.offsetDays) || 1 };
}

function toRule({ side, days, ...form }: RuleForm): ReminderRuleRow {
  const offsetDays = sign[side] * days;
  const name = form.name.trim();
  return { ...form, offsetDays, name: name === '' ? offsetWords({ ...form, offsetDays }) : name };
}

function When() {
  const side = Form.useWatch<Side>('side');
  return (
    <Form.Item label={remindersText.when} extra={remindersText.calendarHint}>
      <div className="rule-offset">
        <Form.Item name="side" noStyle>
          <Select
            aria-label={remindersText.when}
            options={optionsOf(remindersText.sides)}
            style={{ width: 110 }}
          />
        </Form.Item>
        {side !== 'on' && (
          <>
            <Form.Item name="days" noStyle rules={[{ required: true, message: remindersText.daysRequired }]}>
              <InputNumber
                aria-label={remindersText.days}
                min={1}
                max={120}
                precision={0}
                style={{ width: 90 }}
              />
            </Form.Item>
            <Form.Item name="dayKind" noStyle>
              <Select
                aria-label={remindersText.dayKinds.working}
                options={optionsOf(remindersText.dayKinds)}
                style={{ width: 110 }}
              />
            </Form.Item>
          </>
        )}
      </div>
    </Form.Item>
  );
}

/** One rule; it is kept in the draft of the set and saved with it. */
export function RuleDialog({
  rule,
  onKeep,
  onClose,
}: {
  rule: ReminderRuleRow | undefined;
  onKeep: (rule: ReminderRuleRow) => void;
  onClose: () => void;
}) {
  const [form] = Form.useForm<RuleForm>();
  return (
    <Modal
      open
      title={rule === undefined ? remindersText.dialogAdd : remindersText.dialogEdit}
      okText={appText.ok}
      cancelText={appText.cancel}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<RuleForm>
        form={form}
        layout="vertical"
        initialValues={toForm(rule)}
        onFinish={() => onKeep(toRule({ ...toForm(rule), ...(form.getFieldsValue(true) as RuleForm) }))}
      >
        <When />
        <Form.Item
          name="recipients"
          label={remindersText.who}
          rules={[{ required: true, message: remindersText.whoRequired }]}
        >
          <Checkbox.Group options={optionsOf(remindersText.recipients)} />
        </Form.Item>
        <Form.Item name="sourceKinds" label={remindersText.sources}>
          <Checkbox.Group options={optionsOf(sourceKindText)} />
        </Form.Item>
        <Form.Item name="priorities" label={remindersText.priorities}>
          <Checkbox.Group options={optionsOf(priorityText)} />
        </Form.Item>
        <Form.Item
          name="name"
          label={`${remindersText.name}${appText.optional}`}
          extra={remindersText.nameHint}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="active" label={remindersText.active} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  );
}
