import { type CivilDate, civilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { claimSlot, realm, recordRun } from '../../jobs/claim-slot.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { planningSlotAt } from '../../jobs/slots.js';
import { markTold, readUntoldNotices } from '../escalation/escalation.module.js';
import { enqueueMessages, messageLink, type NewMessage } from '../notifications/notifications.module.js';
import { composeDigest } from './compose-digest.js';
import { type Digest, groupByPerson, keepMostSevere, noticeItems, reminderItems } from './digest-item.js';
import { planReminders } from './plan-reminders.js';
import { readReminderFacts } from './reminder-facts.queries.js';
import { insertReminders } from './reminder.repository.js';
import { readRuleSet } from './reminder-rules.queries.js';
import { yieldToRungs } from './yield-to-rungs.js';

/**
 * One turn of what is said to people of a campaign: claims the slot, decides, and writes one digest per person into the
 * outbox, with what the rules remind of and what the ladder raised and nobody was told of yet; all in the caller's
 * transaction and in a fixed number of statements.
 * @param origin the address of the site, for the links
 * @returns false outside the sending window and when another process has the slot
 */
export async function runReminders(work: Work, origin: string): Promise<boolean> {
  const slot = planningSlotAt(work.calendar, work.now.getTime());
  const claimed = slot === undefined ? undefined : await claimSlot(work, 'reminders', slot);
  if (!claimed) return false;
  const { rules } = await readRuleSet(work);
  const facts = await readReminderFacts(work, rules, work.today);
  const planned = planReminders(facts, rules, work.calendar, work.today);
  const notices = await readUntoldNotices(work);
  await work.fault('reminders-planned');
  const late = silentSince(work, claimed.previousSlot);
  const digests = groupByPerson(keepMostSevere([...noticeItems(notices), ...reminderItems(planned)]));
  const messages = await writeDigests(work, digests, {
    origin,
    slot: realm(work) + slot,
    silentSince: late,
  });
  await work.fault('digests-written');
  const decided = yieldToRungs(planned, notices);
  await insertReminders(work, claimed.runId, decided, messages);
  await markTold(work, notices, messages);
  await recordRun(work, claimed.runId, {
    queued: decided.filter((one) => one.outcome === 'queued').length,
    superseded: decided.filter((one) => one.outcome === 'superseded').length,
    rungs: notices.length,
    messages: messages.size,
    late: late === null ? 0 : 1,
  });
  return true;
}

interface DigestRun {
  readonly origin: string;
  readonly slot: string;
  readonly silentSince: CivilDate | null;
}

/** @returns the id of each person's message */
async function writeDigests(
  work: Work,
  digests: readonly Digest[],
  run: DigestRun,
): Promise<Map<string, string>> {
  if (digests.length === 0) return new Map();
  const campaignName = await readCampaignName(work);
  const messages = digests.map((digest) => writeDigest(work, digest, campaignName, run));
  await enqueueMessages(work, messages);
  return new Map(messages.map((message) => [message.recipient.accountId, message.id]));
}

function writeDigest(work: Work, digest: Digest, campaignName: string, run: DigestRun): NewMessage {
  const id = work.newId();
  const { today, calendar } = work;
  const { silentSince } = run;
  const link = messageLink(id, run.origin);
  const [{ task: first }] = digest;
  return {
    id,
    kind: 'reminder_digest',
    dedupKey: `reminders/${run.slot}/${first.accountId}`,
    recipient: { accountId: first.accountId, name: first.personName, address: first.address },
    write: async () => {
      await work.fault('digest-composing');
      const frame = { campaignName, today, calendar, link, silentSince };
      const { subject, content: text } = composeDigest(digest, frame);
      return { subject, text };
    },
    taskIds: digest.map(({ task }) => task.taskId),
    attachments: [],
  };
}

/** The day of the run before when at least one whole working day lies between: the digest then says it is late. */
function silentSince(work: Work, previousSlot: string | null): CivilDate | null {
  if (previousSlot === null || work.exercise) return null;
  const previousDay = civilDate(previousSlot.slice(0, 10));
  return work.calendar.workingDaysBetween(previousDay, work.today) > 1 ? previousDay : null;
}
