import type { LedgerColumn, LedgerKind } from '#campaign-pack';
import { type FieldFault, isCivilDate } from '#kernel';
import { personalNumberIn } from './personal-data.js';

export type FieldValue = string | number | null;
export type EntryFields = Readonly<Record<string, FieldValue>>;

export const largestCount = 1_000_000;
export const longestField = 200;

/**
 * What is wrong with the values of a kind's own columns.
 * @param given only what is to be set; null clears
 * @returns faults with pointers below `/fields`
 */
export function fieldFaults(
  kind: Pick<LedgerKind, 'columns'>,
  given: Readonly<Record<string, unknown>>,
): FieldFault[] {
  const known = new Map(kind.columns.map((column) => [column.key, column]));
  return Object.entries(given).flatMap(([key, value]) => {
    const column = known.get(key);
    const message = column ? valueFault(column, value) : '本台账没有这一列';
    return message ? [{ pointer: `/fields/${key}`, message }] : [];
  });
}

/** Required columns an entry would still lack. */
export function missingFields(
  kind: Pick<LedgerKind, 'columns'>,
  fields: Readonly<Record<string, unknown>>,
): FieldFault[] {
  return kind.columns
    .filter(({ required, key }) => required && (fields[key] ?? null) === null)
    .map(({ key, name }) => ({ pointer: `/fields/${key}`, message: `请填写${name}` }));
}

function valueFault({ name, type, choices, required }: LedgerColumn, value: unknown): string | undefined {
  if (value === null) return required ? `${name}不能为空` : undefined;
  switch (type) {
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
        return `${name}应为不小于 0 的整数`;
      return value > largestCount ? `${name}不能大于 ${largestCount}` : undefined;
    case 'date':
      return isCivilDate(value) ? undefined : `${name}应为真实日期，形如 2026-03-05`;
    case 'choice':
      return choices.includes(value as string) ? undefined : `${name}只能是：${choices.join('、')}`;
    case 'text':
      return textFault(name, value);
  }
}

function textFault(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return `${name}应为文字`;
  if (value.length > longestField) return `${name}超过 ${longestField} 字`;
  return wordsFault(name, value);
}

/** Why a text cannot be kept: it names a person, or spreadsheet programs would take it for a formula. */
export function wordsFault(name: string, text: string): string | undefined {
  const found = personalNumberIn(text);
  if (found) return personalFault(name, found);
  return text.trimStart().startsWith('=') ? `${name}不能以“=”开头` : undefined;
}

/** Why a text is refused that would name a person. */
export function personalFault(name: string, found: string): string {
  return `${name}里有${found}；台账只登记人数和事项，不登记个人信息，请删去`;
}

/** What a counting entry still lacks of its goal; null: nothing, or the kind has none. */
export function conditionFault(
  { condition, columns }: Pick<LedgerKind, 'condition' | 'columns'>,
  fields: EntryFields,
): string | null {
  if (!condition) return null;
  const [reached, of] = [fields[condition.reached], fields[condition.of]];
  if (typeof reached === 'number' && typeof of === 'number' && reached >= of) return null;
  const nameOf = (key: string): string => columns.find((column) => column.key === key)?.name ?? key;
  return `${nameOf(condition.reached)}（${reached ?? '未填'}）还没有达到${nameOf(condition.of)}（${of ?? '未填'}）`;
}
