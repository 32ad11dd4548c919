import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { LedgerColumnView } from '../../api/types.js';
import { entryText } from '../../text/ledgers.js';
import { openEntryText } from '../../text/ledgers.js';

export const largestCount = 1_000_000;
export type FieldValues = Record<string, string | number | Dayjs | null | undefined>;

/** Inputs for a kind's own columns, as `fields` of the form. @param asked whether what must be there is asked for */
export function OwnFields({ columns, asked }: { columns: readonly LedgerColumnView[]; asked: boolean }) {
  return columns.map((column) => (
    <Form.Item
      key={column.key}
      name={['fields', column.key]}
      label={column.name}
      {...(column.type === 'text' ? { extra: entryText.privacy } : {})}
      rules={asked && column.required ? [{ required: true, message: openEntryText.needed(column.name) }] : []}
    >
      <OwnInput column={column} />
    </Form.Item>
  ));
}

function OwnInput({ column, ...given }: { column: LedgerColumnView }) {
  switch (column.type) {
    case 'integer':
      return <InputNumber {...given} min={0} max={largestCount} precision={0} />;
    case 'date':
      return <DatePicker {...given} />;
    case 'choice':
      return <Select {...given} options={column.choices.map((value) => ({ value, label: value }))} />;
    case 'text':
      return <Input {...given} maxLength={200} />;
  }
}

/** As the API takes them; what was left empty is absent. */
export function toFields(
  columns: readonly LedgerColumnView[],
  values: FieldValues,
): Record<string, string | number> {
  return Object.fromEntries(
    columns.flatMap(({ key }) => {
      const value = values[key];
      if (value === undefined || value === null || value === '') return [];
      return [[key, dayjs.isDayjs(value) ? value.format('YYYY-MM-DD') : value]];
    }),
  );
}

export function fromFields(
  columns: readonly LedgerColumnView[],
  fields: Readonly<Record<string, unknown>>,
): FieldValues {
  return Object.fromEntries(
    columns.map(({ key, type }) => {
      const value = fields[key] as string | number | undefined;
      return [key, type === 'date' && typeof value === 'string' ? dayjs(value) : value];
    }),
  );
}
