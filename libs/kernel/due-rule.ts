import { addDays, type CivilDate, dayNumberOf, dateOfDayNumber, formatDate } from './civil-date.js';
import { DomainError } from './domain-error.js';
import type { ExplainedDay, Roll, WorkdayCalendar } from './workday-calendar.js';

export type DueRuleKind = 'working_days' | 'calendar_days';

/** How a due date is counted instead of being named. */
export interface DueRule {
  readonly kind: DueRuleKind;
  /** Days; negative counts back from `startOn`, which is then a day named by a person. */
  readonly count: number;
  /** Of calendar days that end on no working day; working days never do. */
  readonly roll: Roll;
  /** Where counting starts: on the day of assignment, or on a day named by a person. */
  readonly from: 'assignment' | 'date';
  /** null: from assignment, and not assigned yet. */
  readonly startOn: CivilDate | null;
}

/** A due date with all it came from. */
export interface DueComputation {
  readonly start: CivilDate;
  readonly count: number;
  readonly end: CivilDate;
  /** Days that did not count, or over which the end was shifted. */
  readonly skipped: readonly ExplainedDay[];
  readonly madeUp: readonly ExplainedDay[];
  readonly notices: readonly string[];
  readonly provisional: boolean;
  readonly text: string;
}

// Ten years; a longer term is a typing error.
const largestCalendarCount = 3660;
const rollNames: Readonly<Record<Roll, string>> = { forward: '顺延', back: '提前', none: '不变' };

/**
 * Why a rule cannot be used, in words for the person who typed it.
 * @returns one line each; empty when it can
 * @example faultsOfDueRule({ kind: 'working_days', count: 0, roll: 'none', from: 'assignment', startOn: null })
 *   // ['天数应为 1 到 5000 的整数']
 */
export function faultsOfDueRule(rule: DueRule): string[] {
  const largest = rule.kind === 'working_days' ? 5000 : largestCalendarCount;
  const size = Math.abs(rule.count);
  return [
    ...(Number.isInteger(rule.count) && size >= 1 && size <= largest
      ? []
      : [`天数应为 1 到 ${largest} 的整数`]),
    ...(rule.from === 'date' && rule.startOn === null ? ['请选择从哪一天起算'] : []),
    ...(rule.from === 'assignment' && rule.count < 0 ? ['倒推期限须选定一个日期，不能自交办之日倒推'] : []),
  ];
}

/**
 * What a rule means, as the task page writes it.
 * @example ruleText({ kind: 'calendar_days', count: 30, roll: 'forward', from: 'assignment', startOn: null })
 *   // '自交办之日起 30 日（遇非工作日顺延）'
 */
export function ruleText(rule: DueRule): string {
  const unit = rule.kind === 'working_days' ? '个工作日' : '日';
  const roll = rule.kind === 'working_days' ? '' : `（遇非工作日${rollNames[rule.roll]}）`;
  const day = rule.from === 'assignment' ? '交办之日' : rule.startOn === null ? '' : formatDate(rule.startOn);
  return rule.count < 0
    ? `提前 ${-rule.count} ${unit}于${day}${roll}`
    : `自${day}起 ${rule.count} ${unit}${roll}`;
}

/**
 * Counts a rule out. The first day does not count (民法典 §201); working days go through holidays in both directions
 * calendar days that end on no working day are shifted as the rule says (§203 for 顺延).
 * @param rule with `startOn` filled in
 * @throws DomainError `due_rule_invalid`, `calendar_exhausted`
 * @example computeDue(calendar, { kind: 'working_days', count: 5, roll: 'none', from: 'date',
 *   startOn: civilDate('2026-09-30') }).end // '2026-10-13'
 */
export function computeDue(calendar: WorkdayCalendar, rule: DueRule): DueComputation {
  const faults = faultsOfDueRule(rule);
  const start = rule.startOn;
  if (start === null || faults.length > 0) {
    throw new DomainError('due_rule_invalid', { detail: `${faults[0] ?? '还没有起算日'}。` });
  }
  return rule.kind === 'working_days'
    ? countWorkingDays(calendar, rule, start)
    : countCalendarDays(calendar, rule, start);
}

function countWorkingDays(calendar: WorkdayCalendar, rule: DueRule, start: CivilDate): DueComputation {
  const counted = calendar.explainAdd(start, rule.count);
  const { skipped, madeUp, notices, provisional, end } = counted;
  return {
    ...{ start, count: rule.count, end, skipped, madeUp, notices, provisional },
    text: `${ruleText(rule)}：${firstDay(rule, start)}，节假日和周末不计，调休上班日计入，至${formatDate(end)}。`,
  };
}

function countCalendarDays(calendar: WorkdayCalendar, rule: DueRule, start: CivilDate): DueComputation {
  const reached = addDays(start, rule.count);
  const end = calendar.rolled(reached, rule.roll);
  const shifted =
    end === reached
      ? `至${formatDate(end)}`
      : `至${formatDate(reached)}（${calendar.reasonFor(reached)}），${rollNames[rule.roll]}到${formatDate(end)}`;
  const skipped = daysFrom(reached, end).map((date) => ({ date, reason: calendar.reasonFor(date) }));
  return {
    start,
    count: rule.count,
    end,
    skipped,
    madeUp: [],
    // A calendar that does not decide the day is not cited for it.
    notices: rule.roll === 'none' ? [] : calendar.noticesBetween(reached, end),
    provisional: rule.roll !== 'none' && (calendar.isProvisional(reached) || calendar.isProvisional(end)),
    text: `${ruleText(rule)}：${firstDay(rule, start)}，按日历日计，${shifted}。`,
  };
}

function firstDay(rule: DueRule, start: CivilDate): string {
  const direction = rule.count < 0 ? '往前数' : '起算';
  return rule.from === 'assignment'
    ? `${formatDate(start)}交办，当日不计${direction === '起算' ? '' : '往前数'}`
    : `从${formatDate(start)}${direction}，当日不计`;
}

/** Days shifted over: from `reached` to before `end`, in time order. */
function daysFrom(reached: CivilDate, end: CivilDate): CivilDate[] {
  const [from, to] = [dayNumberOf(reached), dayNumberOf(end)];
  const first = Math.min(from, to + 1);
  return Array.from({ length: Math.abs(to - from) }, (_, index) => dateOfDayNumber(first + index));
}
