import type { LedgerKind } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { EntryFields, FieldValue } from './entry-fields.js';

/** What is planned for an entry. */
export interface Plan {
  readonly cause: string | null;
  readonly measure: string | null;
  readonly measureNote: string | null;
  readonly unitId: string | null;
  readonly townshipId: string | null;
  readonly projectId: string | null;
  readonly dueOn: CivilDate | null;
  readonly targetYear: number | null;
  readonly fields: EntryFields;
}

/** Absent stays as it is. */
export type PlanInput = { readonly [Key in Exclude<keyof Plan, 'fields'>]?: Plan[Key] | undefined } & {
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
};

export const planNames = {
  cause: '成因',
  measure: '措施',
  measureNote: '措施说明',
  unitId: '责任单位',
  townshipId: '乡镇',
  projectId: '建设项目',
  dueOn: '计划完成时间',
  targetYear: '目标年份',
} as const;
export type PlanKey = keyof typeof planNames;
const planKeys = Object.keys(planNames) as PlanKey[];

export interface PlanChange {
  readonly name: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

export interface PlanDifference {
  /** As the entry would be. */
  readonly plan: Plan;
  readonly changed: readonly PlanKey[];
  readonly changes: readonly PlanChange[];
}

/** What an input would change of an entry; the same again changes nothing. */
export function planDifference(
  kind: Pick<LedgerKind, 'columns'>,
  entry: Plan,
  input: PlanInput,
): PlanDifference {
  const plan: Plan = {
    cause: text(input.cause, entry.cause),
    measure: text(input.measure, entry.measure),
    measureNote: text(input.measureNote, entry.measureNote),
    unitId: given(input.unitId, entry.unitId),
    townshipId: given(input.townshipId, entry.townshipId),
    projectId: given(input.projectId, entry.projectId),
    dueOn: given(input.dueOn, entry.dueOn),
    targetYear: given(input.targetYear, entry.targetYear),
    fields: { ...entry.fields, ...trimmed(input.fields ?? {}) },
  };
  const changed = planKeys.filter((key) => plan[key] !== entry[key]);
  const ofColumns = kind.columns.filter(
    ({ key }) => (plan.fields[key] ?? null) !== (entry.fields[key] ?? null),
  );
  return {
    plan,
    changed,
    changes: [
      ...changed.map((key) => ({ name: planNames[key], before: entry[key], after: plan[key] })),
      ...ofColumns.map(({ key, name }) => ({
        name,
        before: entry.fields[key] ?? null,
        after: plan.fields[key] ?? null,
      })),
    ],
  };
}

/** A change in words. @param nameOf names of units and projects by id */
export function changeLine({ name, before, after }: PlanChange, nameOf: ReadonlyMap<string, string>): string {
  const shown = (value: FieldValue): string =>
    value === null ? '（空）' : (nameOf.get(String(value)) ?? String(value));
  return `${name}：${shown(before)} → ${shown(after)}`;
}

function given<T>(input: T | undefined, existing: T): T {
  return input === undefined ? existing : input;
}

function text(input: string | null | undefined, existing: string | null): string | null {
  return input === undefined ? existing : input?.trim() || null;
}

function trimmed(fields: Readonly<Record<string, unknown>>): EntryFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      (typeof value === 'string' ? value.trim() : value) as FieldValue,
    ]),
  );
}
