import { addDays, type CivilDate, DomainError, formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { nextPlanningDay } from '../../jobs/slots.js';
import { taskNumber } from '../tasks/tasks.module.js';
import type { DryRunMessage, DryRunRule, DryRunView } from './dry-run.dto.js';
import { type ForecastReminder, forecastReminders } from './plan-reminders.js';
import { readReminderFacts, type TaskForPerson } from './reminder-facts.queries.js';
import { readRuleSet } from './reminder-rules.queries.js';

type Sent = ForecastReminder<TaskForPerson>;

const furthestDays = 400;

/**
 * What would go out on a day, to whom and by which rule, when nothing changes until then; the runs of the days between
 * are taken into account, so that what they say is not said again. Writes nothing.
 * @throws DomainError `rule_refused` for a day that is over or too far away
 */
export async function dryRunReminders(work: Work, on: CivilDate): Promise<DryRunView> {
  refuseDay(work, on);
  const first = nextPlanningDay(work.calendar, work.now.getTime());
  const { rules } = await readRuleSet(work);
  const facts = await readReminderFacts(work, rules, on);
  const forecast = forecastReminders(facts, rules, work.calendar, { first, last: on });
  const ofDay = forecast.filter((one) => one.on === on);
  const sent = ofDay.filter((one) => one.outcome === 'queued');
  return {
    on,
    workingDay: work.calendar.isWorkingDay(on),
    firstRunOn: first,
    provisional: work.calendar.isProvisional(on),
    messages: messagesOf(sent),
    rules: rulesOf(sent),
    reminders: sent.length,
    superseded: ofDay.length - sent.length,
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

function messagesOf(sent: readonly Sent[]): DryRunMessage[] {
  const messages = new Map<string, DryRunMessage>();
  for (const { fact, ruleName } of sent) {
    const message = messages.get(fact.accountId) ?? {
      accountId: fact.accountId,
      personName: fact.personName,
      unitName: fact.unitName,
      hasAddress: fact.address !== null,
      tasks: [],
    };
    message.tasks.push({
      id: fact.taskId,
      number: taskNumber(fact.seq),
      title: fact.title,
      effectiveDueOn: fact.effectiveDueOn,
      ruleName,
    });
    messages.set(fact.accountId, message);
  }
  return [...messages.values()];
}

function rulesOf(sent: readonly Sent[]): DryRunRule[] {
  const rules = new Map<string, { name: string; reminders: number; people: Set<string> }>();
  for (const { rule, ruleName, fact } of sent) {
    const row = rules.get(rule) ?? { name: ruleName, reminders: 0, people: new Set<string>() };
    row.reminders += 1;
    row.people.add(fact.accountId);
    rules.set(rule, row);
  }
  return [...rules].map(([code, row]) => ({ ...row, code, people: row.people.size }));
}
