import { DatePicker, Form, InputNumber, Select } from 'antd';
import { dueRuleText } from '../text/due-rule.js';
import type { DueMode } from './due-rule-form.js';

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** How the due date is given, and for a counted one what it is counted by. */
export function DueRuleFields({ mode }: { mode: DueMode }) {
  return (
    <>
      <Form.Item name={['rule', 'mode']} label={dueRuleText.mode}>
        <Select options={options(dueRuleText.modes)} />
      </Form.Item>
      {mode !== 'date' && (
        <Form.Item
          name={['rule', 'count']}
          label={mode === 'calendar_days' ? dueRuleText.days : dueRuleText.workingDays}
          rules={[{ required: true, message: dueRuleText.countRequired }]}
        >
          <InputNumber min={1} max={3660} precision={0} />
        </Form.Item>
      )}
      {mode === 'calendar_days' && (
        <Form.Item name={['rule', 'roll']} label={dueRuleText.roll}>
          <Select options={options(dueRuleText.rolls)} />
        </Form.Item>
      )}
      {mode !== 'date' && (
        <Form.Item
          name={['rule', 'startOn']}
          label={mode === 'before' ? dueRuleText.beforeDay : dueRuleText.startOn}
          extra={mode === 'before' ? undefined : dueRuleText.startHelp}
          rules={[{ required: mode === 'before', message: dueRuleText.beforeRequired }]}
        >
          <DatePicker />
        </Form.Item>
      )}
    </>
  );
}
