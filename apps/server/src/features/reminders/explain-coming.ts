import { addDays, type CivilDate, formatDateShort, type WorkdayCalendar } from '#kernel';
import { runningStates, taskStateNames } from '../tasks/tasks.module.js';
import type { ConcernedPerson } from './concerned-people.queries.js';
import { type Explanation, noAddress } from './explain-record.js';
import { type ForecastReminder, forecastReminders } from './plan-reminders.js';
import { offsetCode, type ReminderRule } from './reminder-rule.js';
import { firesOn } from './rule-days.js';

export interface ComingReminder extends Explanation {
  readonly on: CivilDate;
  readonly ruleName: string;
  readonly person: ConcernedPerson;
}

// No due date and rule or rung of any use lie further apart.
export const furthestDays = 3660;

/**
 * What the rules will have to say of tasks to people, and why some of it will not be sent. Rules that are switched
 * off are looked at as if they were on, to tell what they would have said.
 * @param next the day of the next run
 */
export function explainComing(
  people: readonly ConcernedPerson[],
  rules: readonly ReminderRule[],
  calendar: WorkdayCalendar,
  next: CivilDate,
): ComingReminder[] {
  const span = { first: next, last: addDays(next, furthestDays) };
  const active = forecastReminders(people, rules, calendar, span);
  const switchedOff = rules.filter((rule) => !rule.active).map((rule) => ({ ...rule, active: true }));
  const said = new Set(active.map(keyOf));
  const silent = forecastReminders(people, switchedOff, calendar, span).filter(
    (one) => !said.has(keyOf(one)),
  );
  return [
    ...active.map((one) => ({ ...pick(one), ...explain(one, rules, calendar) })),
    ...silent.map((one) => ({
      ...pick(one),
      outcome: 'suppressed' as const,
      reason: '这条规则已停用',
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

type Forecast = ForecastReminder<ConcernedPerson>;

const keyOf = ({ fact, rule }: Forecast): string => `${fact.taskId} ${fact.accountId} ${rule}`;
const pick = ({ fact, on, ruleName }: Forecast) => ({ person: fact, on, ruleName });

function explain(one: Forecast, rules: readonly ReminderRule[], calendar: WorkdayCalendar): Explanation {
  const { fact } = one;
  if (!fact.active) return { outcome: 'suppressed', reason: '收件人账号已停用' };
  if (!runningStates.includes(fact.state)) {
    return { outcome: 'suppressed', reason: `任务${taskStateNames[fact.state]}，恢复办理以前不提醒` };
  }
  if (one.outcome === 'superseded') {
    return { outcome: 'suppressed', reason: '届时有更要紧的提醒，并入那一条，不另发' };
  }
  if (fact.address === null) return { outcome: 'suppressed', reason: noAddress };
  return { outcome: 'planned', reason: delayOf(one, rules, calendar) };
}

function delayOf(
  { rule: code, on, fact }: Forecast,
  rules: readonly ReminderRule[],
  calendar: WorkdayCalendar,
): string | null {
  const rule = rules.find((candidate) => offsetCode(candidate) === code);
  const day = rule && firesOn(calendar, rule, fact.effectiveDueOn);
  return day !== undefined && day < on ? `本应${formatDateShort(day)}提醒，补在下一轮` : null;
}
