import {
  addDays,
  type CivilDate,
  type DayChoice,
  DomainError,
  faultsOfRecurrence,
  type FieldFault,
  type Occurrence,
  occurrencesUntil,
  type Recurrence,
  type WorkdayCalendar,
} from '#kernel';
import type { DayChoiceInput, OccurrenceRow, RecurrenceInput, RecurringRuleInput } from './recurring.dto.js';

/** The rule with everything the pure function needs; what is not there becomes a fault of its field. */
export function toRecurrence(input: RecurrenceInput): Recurrence {
  return { ...input, lastPeriod: input.lastPeriod ?? null, on: toDayChoice(input.on) };
}

function toDayChoice(on: DayChoiceInput): DayChoice {
  if (on.kind === 'day') return { kind: 'day', day: on.day ?? 0 };
  if (on.kind === 'last_working_day') return { kind: 'last_working_day' };
  return { kind: 'nth_weekday', nth: (on.nth ?? 0) as 1, weekday: on.weekday ?? 0 };
}

/** @throws DomainError `recurrence_invalid` with every fault of every rule */
export function refuseFaultyRules(
  rules: readonly RecurringRuleInput[],
  place: (index: number) => string,
): void {
  const errors = rules.flatMap((rule, index): FieldFault[] => [
    ...faultsOfRecurrence(toRecurrence(rule.recurrence)).map(({ field, message }) => ({
      pointer: `${place(index)}/recurrence/${field}`,
      message,
    })),
    ...(rule.audience === 'units' && rule.unitIds.length === 0
      ? [{ pointer: `${place(index)}/unitIds`, message: '请选择责任单位' }]
      : []),
    ...(rule.audience === 'indicator_leads' && !rule.indicatorId
      ? [{ pointer: `${place(index)}/indicatorId`, message: '请选择指标' }]
      : []),
  ]);
  if (errors.length > 0)
    throw new DomainError('recurrence_invalid', { detail: `有 ${errors.length} 处填写不对。`, errors });
}

/** Which periods of a rule are made now, and which are deliberately left out. */
export interface DuePeriods {
  readonly make: readonly Occurrence[];
  readonly skip: readonly { readonly occurrence: Occurrence; readonly reason: string }[];
}

export const latestOnly = '停机或补建期间错过，按规则只补最近一期';
export const whilePaused = '规则停用期间，不生成任务';

/**
 * The periods whose day of creation has come: due within the days of creating ahead, missed ones included.
 * @param missed `all` makes up for every period whose due day is past, `latest` only for the last of them
 */
export function duePeriods(
  calendar: WorkdayCalendar,
  rule: {
    readonly recurrence: Recurrence;
    readonly createAheadDays: number;
    readonly missed: 'all' | 'latest';
  },
  today: CivilDate,
): DuePeriods {
  const reached = occurrencesUntil(calendar, rule.recurrence, addDays(today, rule.createAheadDays));
  if (rule.missed === 'all') return { make: reached, skip: [] };
  const past = reached.filter((one) => one.dueOn < today);
  const latest = past.at(-1);
  return {
    make: reached.filter((one) => one.dueOn >= today || one === latest),
    skip: past.slice(0, -1).map((occurrence) => ({ occurrence, reason: latestOnly })),
  };
}

export function toOccurrenceRow({ period, dueOn, provisional, text }: Occurrence): OccurrenceRow {
  return { period: period.key, periodName: period.name, dueOn, provisional, text };
}
