import { Checkbox, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { recordFigures } from '../../../api/county-inputs.js';
import { asProblem } from '../../../api/problem.js';
import type { FigureIndicator } from '../../../api/types.js';
import { useCampaign } from '../../../shell/session.js';
import { entryText, figuresText } from '../../../text/county-inputs.js';
import { EntryDialog } from './entry-dialog.js';
import { DayField, isoDay, TextField, useToday } from './entry-fields.js';

interface Fields {
  asOf: Dayjs;
  note?: string;
  values: Record<string, string | undefined>;
  confirmed?: boolean;
}

/** Money is of the fiscal year that has ended, everything else of today. */
export function useUsualDay({ cycle }: Pick<FigureIndicator, 'cycle'>): Dayjs {
  const today = useToday();
  return cycle === 'fiscal' ? dayjs(`${today.year() - 1}-12-31`) : today;
}

/** Asked for only when the server doubts a value. */
export function ConfirmField({ error }: { error: unknown }) {
  const doubted = error !== null && asProblem(error).body.code === 'needs_confirmation';
  return (
    <Form.Item name="confirmed" valuePropName="checked" hidden={!doubted}>
      <Checkbox>{entryText.confirmed}</Checkbox>
    </Form.Item>
  );
}

// Dots are part of some keys, and would be a path to the form.
const fieldOf = (key: string): string => key.replaceAll('.', '/');

/** The figures of one indicator, saved together or not at all; emptying one withdraws it. */
export function FigureDialog({ indicator, onClose }: { indicator: FigureIndicator; onClose: () => void }) {
  const { id: cid } = useCampaign();
  const usual = useUsualDay(indicator);
  const send = ({ asOf, note, values, confirmed }: Fields) =>
    recordFigures(cid, {
      asOf: isoDay(asOf),
      ...(note?.trim() ? { note } : {}),
      ...(confirmed === true ? { confirmed } : {}),
      figures: indicator.fields
        .map(({ key, entry }) => ({
          key,
          value: values[fieldOf(key)]?.trim() || null,
          before: entry?.value ?? null,
        }))
        .filter(({ value, before }) => value !== null || before !== null)
        .map(({ key, value }) => ({ key, value })),
    });
  const values = Object.fromEntries(
    indicator.fields.map(({ key, entry }) => [fieldOf(key), entry?.value ?? undefined]),
  );
  return (
    <EntryDialog<Fields>
      title={figuresText.fillOf(figuresText.fill, `${indicator.id} ${indicator.name}`)}
      initialValues={{ asOf: usual, values }}
      send={send}
      onClose={onClose}
    >
      {(_, error) => (
        <>
          <DayField name="asOf" label={entryText.asOf} hint={entryText.asOfHint} />
          {indicator.fields.map(({ key, name, unit }) => (
            <Form.Item key={key} name={['values', fieldOf(key)]} label={figuresText.withUnit(name, unit)}>
              <Input inputMode="decimal" maxLength={30} />
            </Form.Item>
          ))}
          <TextField name="note" label={entryText.note} most={200} optional />
          <ConfirmField error={error} />
        </>
      )}
    </EntryDialog>
  );
}
