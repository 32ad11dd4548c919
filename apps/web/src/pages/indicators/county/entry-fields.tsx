import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { SchoolName, UnitRef } from '../../../api/types.js';
import { useSession } from '../../../shell/session.js';
import { entryText } from '../../../text/county-inputs.js';
import { listOf } from '../../../text/wording.js';

export const isoDay = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** The business day the server counts with. */
export const useToday = (): Dayjs => dayjs(useSession().today);

export const mustBeFilled = [{ required: true, message: entryText.required }];

export function DayField({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const today = useToday();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={mustBeFilled}
      {...(hint === undefined ? {} : { extra: hint })}
    >
      <DatePicker disabledDate={(day) => day.isAfter(today, 'day')} />
    </Form.Item>
  );
}

export function TextField({
  name,
  label,
  hint,
  most,
  optional = false,
}: {
  name: string;
  label: string;
  hint?: string;
  most: number;
  optional?: boolean;
}) {
  const rules = optional ? [] : [{ required: true, whitespace: true, message: entryText.required }];
  return (
    <Form.Item name={name} label={label} rules={rules} {...(hint === undefined ? {} : { extra: hint })}>
      <Input.TextArea maxLength={most} autoSize={{ minRows: 1, maxRows: 6 }} />
    </Form.Item>
  );
}

export function SchoolField({
  schools,
  label,
  placeholder,
  required,
}: {
  schools: readonly SchoolName[];
  label: string;
  placeholder?: string;
  required: boolean;
}) {
  return (
    <Form.Item name="school" label={label} rules={required ? mustBeFilled : []}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!required}
        {...(placeholder === undefined ? {} : { placeholder })}
        options={schools.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
      />
    </Form.Item>
  );
}

/** Who answers for an indicator; a name without a member unit cannot be reached and says so. */
export function LeadUnits({ units, names }: { units: readonly UnitRef[]; names: readonly string[] }) {
  return (
    <>
      {listOf(units.map(({ shortName }) => shortName))}
      {units.length === 0 && <span className="muted">{entryText.notMember(listOf(names))}</span>}
    </>
  );
}
