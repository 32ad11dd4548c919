import { addDays, type CivilDate, DomainError, formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { nextPlanningDay } from '../../jobs/slots.js';
import { foreseeNotices } from '../escalation/escalation.module.js';
import type { DryRunRule, DryRunView } from './dry-run.dto.js';
import { messagesOf } from './dry-run-messages.js';
import { rungsOf } from './dry-run-rungs.js';
import { groupByPerson, keepMostSevere, noticeItems, reminderItems } from './digest-item.js';
import { forecastReminders } from './plan-reminders.js';
import { readReminderFacts, type TaskForPerson } from './reminder-facts.queries.js';
import { readRuleSet } from './reminder-rules.queries.js';
import { type DecidedReminder, yieldToRungs } from './yield-to-rungs.js';

const furthestDays = 400;

/**
 * What would go out on a day, to whom and by which rule or rung, when nothing changes until then; the turns of the days
 * between are taken into account, so that what they say is not said again. Writes nothing.
 * @throws DomainError `rule_refused` for a day that is over or too far away
 */
export async function dryRunReminders(work: Work, on: CivilDate): Promise<DryRunView> {
  refuseDay(work, on);
  const span = { first: nextPlanningDay(work.calendar, work.now.getTime()), last: on };
  const { rules } = await readRuleSet(work);
  const facts = await readReminderFacts(work, rules, on);
  const planned = forecastReminders(facts, rules, work.calendar, span).filter((one) => one.on === on);
  const { rungs, notices } = await foreseeNotices(work, span);
  const decided = yieldToRungs(planned, notices);
  const sent = decided.filter((one) => one.outcome === 'queued');
  const lines = keepMostSevere([...noticeItems(notices), ...reminderItems(planned)]);
  return {
    on,
    workingDay: work.calendar.isWorkingDay(on),
    firstRunOn: span.first,
    provisional: work.calendar.isProvisional(on),
    messages: messagesOf(groupByPerson(lines), sent),
    rules: rulesOf(sent),
    rungs: rungsOf(rungs, notices),
    reminders: sent.length,
    raised: lines.length - sent.length,
    superseded: decided.length - sent.length,
  };
}

function refuseDay(work: Work, on: CivilDate): void {
  const last = addDays(work.today, furthestDays);
  if (on >= work.today && on <= last) return;
  const message = `请选 ${formatDate(work.today)} 到 ${formatDate(last)} 之间的一天`;
  throw new DomainError('rule_refused', {
    detail: on < work.today ? `只能试算今天和以后的日子。${message}。` : `太远了。${message}。`,
    errors: [{ pointer: '/on', message }],
  });
}

function rulesOf(sent: readonly DecidedReminder<TaskForPerson>[]): DryRunRule[] {
  const rules = new Map<string, { name: string; reminders: number; people: Set<string> }>();
  for (const { rule, ruleName, fact } of sent) {
    const row = rules.get(rule) ?? { name: ruleName, reminders: 0, people: new Set<string>() };
    row.reminders += 1;
    row.people.add(fact.accountId);
    rules.set(rule, row);
  }
  return [...rules].map(([code, row]) => ({ ...row, code, people: row.people.size }));
}
