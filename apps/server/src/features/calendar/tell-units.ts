import { formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { realm } from '../../jobs/claim-slot.js';
import { enqueueMessages, messageLink, type NewMessage } from '../notifications/notifications.module.js';
import { taskNumber } from '../tasks/tasks.module.js';
import type { CampaignFact } from './calendar-facts.queries.js';
import type { Moved } from './calendar-impact.js';

interface Contact {
  unit_id: string;
  account_id: string;
  name: string;
  address: string | null;
}

export interface Announcement {
  /** What was done on which notice, as the beginning of a sentence. */
  readonly what: string;
  readonly subject: string;
  /** Of this change of the calendar: no unit hears of it twice. */
  readonly key: string;
  readonly origin: string;
}

/** One summary for each unit that has a moved task, to its first handler. @returns how many were written */
export async function tellUnits(
  work: Work,
  moves: readonly Moved<CampaignFact>[],
  announcement: Announcement,
): Promise<number> {
  const told = moves.filter(({ fact }) => fact.state !== 'draft');
  const contacts = await readContacts(work, [...new Set(told.flatMap(({ fact }) => fact.unitIds))]);
  if (contacts.length === 0) return 0;
  const campaignName = await readCampaignName(work);
  const messages = contacts.map((contact) => {
    const own = told.filter(({ fact }) => fact.unitIds.includes(contact.unit_id));
    return summary(work, contact, own, { ...announcement, campaignName });
  });
  await enqueueMessages(work, messages);
  return messages.length;
}

function readContacts(work: Work, unitIds: readonly string[]): Promise<Contact[]> {
  return work.manager.query<Contact[]>(
    `SELECT DISTINCT ON (m.unit_id) m.unit_id, a.id AS account_id, a.name, a.email AS address
     FROM membership m JOIN account a ON a.id = m.account_id AND a.active
     WHERE m.campaign_id = $1 AND m.unit_id = ANY($2)
     ORDER BY m.unit_id, m.role <> 'handler', a.email IS NULL, m.id`,
    [work.campaignId, unitIds],
  );
}

function summary(
  work: Work,
  contact: Contact,
  moves: readonly Moved<CampaignFact>[],
  { what, subject, key, origin, campaignName }: Announcement & { readonly campaignName: string },
): NewMessage {
  const id = work.newId();
  const lines = moves.map((moved) => `${taskNumber(moved.fact.seq)}　${changed(work, moved)}`);
  const text = [
    `${contact.name}：`,
    '',
    `${what}，“${campaignName}”中本单位有 ${moves.length} 项任务的期限随之调整：`,
    '',
    ...lines,
    '',
    `查看这些任务：${messageLink(id, origin)}`,
    '',
    '本邮件由系统自动发出，请勿回复；计算过程见任务页“期限怎么算的”。',
  ].join('\n');
  return {
    id,
    kind: 'calendar_change',
    dedupKey: `calendar_change/${realm(work)}${key}/${contact.unit_id}`,
    recipient: { accountId: contact.account_id, name: contact.name, address: contact.address },
    subject: `【均衡】${subject}，${moves.length} 项任务期限调整`,
    text,
    taskIds: moves.map(({ fact }) => fact.taskId),
    attachments: [],
  };
}

/** The new due date, or what moves beside it. */
function changed({ calendar }: Work, { move, explanation }: Moved<CampaignFact>): string {
  const { effectiveDueOn: before, newEffectiveDueOn: after } = move;
  if (before === null || after === null || before === after) return explanation;
  const provisional = calendar.isProvisional(after) ? '（暂定）' : '';
  return `${formatDate(before)} → ${formatDate(after)}${provisional}`;
}
