import { type CivilDate, civilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { claimSlot, realm, recordRun } from '../../jobs/claim-slot.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { planningSlotAt } from '../../jobs/slots.js';
import { enqueueMessages, messageLink, type NewMessage } from '../notifications/notifications.module.js';
import { composeDigest } from './compose-digest.js';
import {
  defaultReminderRules,
  type PlannedReminder,
  planReminders,
  reminderHorizon,
} from './plan-reminders.js';
import { readReminderFacts, type TaskForPerson } from './reminder-facts.queries.js';
import { insertReminders } from './reminder.repository.js';

type Planned = PlannedReminder<TaskForPerson>;

/**
 * One turn of the reminders of a campaign: claims the slot, decides, writes what was decided and one digest per person
 * into the outbox, all in the caller's transaction and in a fixed number of statements.
 * @param origin the address of the site, for the links
 * @returns false outside the sending window and when another process has the slot
 */
export async function runReminders(work: Work, origin: string): Promise<boolean> {
  const slot = planningSlotAt(work.calendar, work.now.getTime());
  const claimed = slot === undefined ? undefined : await claimSlot(work, 'reminders', slot);
  if (!claimed) return false;
  const rules = defaultReminderRules;
  const facts = await readReminderFacts(work, reminderHorizon(rules, work.calendar, work.today));
  const planned = planReminders(facts, rules, work.calendar, work.today);
  await work.fault('reminders-planned');
  const messages = await writeDigests(work, planned, {
    origin,
    slot: realm(work) + slot,
    silentSince: silentSince(work, claimed.previousSlot),
  });
  await insertReminders(work, claimed.runId, planned, messages);
  await recordRun(work, claimed.runId, {
    queued: planned.filter((one) => one.outcome === 'queued').length,
    superseded: planned.filter((one) => one.outcome === 'superseded').length,
    messages: messages.size,
  });
  return true;
}

interface DigestRun {
  readonly origin: string;
  readonly slot: string;
  readonly silentSince: CivilDate | null;
}

type Digest = readonly [TaskForPerson, ...TaskForPerson[]];

/** @returns the id of each person's message */
async function writeDigests(
  work: Work,
  planned: readonly Planned[],
  run: DigestRun,
): Promise<Map<string, string>> {
  const digests = groupByPerson(planned);
  if (digests.length === 0) return new Map();
  const campaignName = await readCampaignName(work);
  const messages = digests.map((tasks) => writeDigest(work, tasks, campaignName, run));
  await enqueueMessages(work, messages);
  return new Map(messages.map((message) => [message.recipient.accountId, message.id]));
}

function groupByPerson(planned: readonly Planned[]): Digest[] {
  const digests = new Map<string, [TaskForPerson, ...TaskForPerson[]]>();
  for (const { fact, outcome } of planned) {
    if (outcome !== 'queued') continue;
    const digest = digests.get(fact.accountId);
    if (digest) digest.push(fact);
    else digests.set(fact.accountId, [fact]);
  }
  return [...digests.values()];
}

function writeDigest(work: Work, tasks: Digest, campaignName: string, run: DigestRun): NewMessage {
  const id = work.newId();
  const { today, calendar } = work;
  const { silentSince } = run;
  const link = messageLink(id, run.origin);
  const [{ accountId, personName, address }] = tasks;
  const { subject, content } = composeDigest(tasks, { campaignName, today, calendar, link, silentSince });
  return {
    id,
    kind: 'reminder_digest',
    dedupKey: `reminders/${run.slot}/${accountId}`,
    recipient: { accountId, name: personName, address },
    subject,
    text: () => content,
    taskIds: tasks.map((task) => task.taskId),
    attachments: [],
  };
}

/** The day of the run before when at least one whole working day lies between: the digest then says it is late. */
function silentSince(work: Work, previousSlot: string | null): CivilDate | null {
  if (previousSlot === null || work.exercise) return null;
  const previousDay = civilDate(previousSlot.slice(0, 10));
  return work.calendar.workingDaysBetween(previousDay, work.today) > 1 ? previousDay : null;
}
