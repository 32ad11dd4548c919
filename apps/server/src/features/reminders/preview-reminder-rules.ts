import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { nextPlanningDay } from '../../jobs/slots.js';
import { forecastReminders } from './plan-reminders.js';
import { readReminderFacts } from './reminder-facts.queries.js';
import { defaultReminderRules, type ReminderRule } from './reminder-rule.js';
import type { RuleDraft, RulePreview, RunSize } from './reminder-rules.dto.js';
import { readRuleSet } from './reminder-rules.queries.js';

/** What the next run would send by other rules, beside what it will send by those in force. Writes nothing. */
export async function previewReminderRules(work: Work, draft: RuleDraft): Promise<RulePreview> {
  const on = nextPlanningDay(work.calendar, work.now.getTime());
  const { rules } = await readRuleSet(work);
  const proposed = draft.rules.length === 0 ? defaultReminderRules : draft.rules;
  return {
    on,
    current: await sizeOfRun(work, rules, on),
    proposed: await sizeOfRun(work, proposed, on),
  };
}

async function sizeOfRun(work: Work, rules: readonly ReminderRule[], on: CivilDate): Promise<RunSize> {
  const facts = await readReminderFacts(work, rules, on);
  const sent = forecastReminders(facts, rules, work.calendar, { first: on, last: on }).filter(
    (one) => one.outcome === 'queued',
  );
  return { messages: new Set(sent.map((one) => one.fact.accountId)).size, reminders: sent.length };
}
