import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { nextPlanningDay } from '../../jobs/slots.js';
import { foreseeNotices, type UntoldNotice } from '../escalation/escalation.module.js';
import { groupByPerson, keepMostSevere, noticeItems, reminderItems } from './digest-item.js';
import { forecastReminders } from './plan-reminders.js';
import { readReminderFacts } from './reminder-facts.queries.js';
import { defaultReminderRules, type ReminderRule } from './reminder-rule.js';
import type { RuleDraft, RulePreview, RunSize } from './reminder-rules.dto.js';
import { readRuleSet } from './reminder-rules.queries.js';

/** What the next turn would send by other rules, beside what it will send by those in force; rungs included. Writes nothing. */
export async function previewReminderRules(work: Work, draft: RuleDraft): Promise<RulePreview> {
  const on = nextPlanningDay(work.calendar, work.now.getTime());
  const { rules } = await readRuleSet(work);
  const proposed = draft.rules.length === 0 ? defaultReminderRules : draft.rules;
  const { notices } = await foreseeNotices(work, { first: on, last: on });
  return {
    on,
    current: await sizeOfRun(work, rules, notices, on),
    proposed: await sizeOfRun(work, proposed, notices, on),
  };
}

async function sizeOfRun(
  work: Work,
  rules: readonly ReminderRule[],
  notices: readonly UntoldNotice[],
  on: CivilDate,
): Promise<RunSize> {
  const facts = await readReminderFacts(work, rules, on);
  const planned = forecastReminders(facts, rules, work.calendar, { first: on, last: on });
  const lines = keepMostSevere([...noticeItems(notices), ...reminderItems(planned)]);
  return { messages: groupByPerson(lines).length, reminders: lines.length };
}
