import { DomainError, taskNumber } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { decodeCursor } from './outbox-cursor.js';
import type { OutboxViewer } from './outbox-viewer.js';
import type {
  MessageStatus,
  OutboxAttachment,
  OutboxFilter,
  OutboxRow,
  OutboxTaskLink,
} from './outbox.dto.js';

export interface MessageRecord {
  id: string;
  created_at: Date;
  kind: string;
  channel: OutboxRow['channel'];
  hold_reason: OutboxRow['holdReason'];
  recipient_name: string;
  recipient_address: string | null;
  subject: string;
  body: string;
  status: MessageStatus;
  attempts: number;
  last_error: string | null;
  sent_at: Date | null;
  not_before: Date | null;
}

export const outboxPageSize = 50;

const columns = `m.id, m.created_at, m.kind, m.recipient_name, m.recipient_address, m.subject, m.body, m.status, m.attempts,
  m.last_error, m.sent_at, m.not_before, m.channel, m.hold_reason`;

/** One page and one row more, newest first. */
export function readMessages(
  work: Work,
  viewer: OutboxViewer,
  filter: OutboxFilter,
): Promise<MessageRecord[]> {
  const parameters = new Parameters();
  const where = visibleMessages(parameters, work, viewer, filter);
  const after = filter.after ? decodeCursor(filter.after) : undefined;
  const keyset = after
    ? ` AND (m.created_at, m.id) < (${parameters.add(after.createdAt)}::timestamptz, ${parameters.add(after.id)}::uuid)`
    : '';
  return work.manager.query<MessageRecord[]>(
    `SELECT ${columns} FROM outbox_message m WHERE ${where}${keyset}
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${outboxPageSize + 1}`,
    parameters.values,
  );
}

export async function countMessages(work: Work, viewer: OutboxViewer, filter: OutboxFilter): Promise<number> {
  const parameters = new Parameters();
  const [row] = await work.manager.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM outbox_message m
     WHERE ${visibleMessages(parameters, work, viewer, filter)}`,
    parameters.values,
  );
  return row?.total ?? 0;
}

/** @throws DomainError `not_found` also when the viewer may not see it */
export async function readMessage(work: Work, viewer: OutboxViewer, id: string): Promise<MessageRecord> {
  const parameters = new Parameters();
  const where = visibleMessages(parameters, work, viewer);
  const [message] = await work.manager.query<MessageRecord[]>(
    `SELECT ${columns} FROM outbox_message m WHERE ${where} AND m.id = ${parameters.add(id)}`,
    parameters.values,
  );
  if (!message) throw new DomainError('not_found');
  return message;
}

export function readAttachments(work: Work, messageId: string): Promise<OutboxAttachment[]> {
  return work.manager.query<OutboxAttachment[]>(
    `SELECT id, file_name AS "fileName", media_type AS "mediaType", length(content) AS size FROM outbox_attachment
     WHERE campaign_id = $1 AND message_id = $2 ORDER BY id`,
    [work.campaignId, messageId],
  );
}

/** The tasks the message counts, in the order of their numbers. */
export async function readTaskLinks(work: Work, messageId: string): Promise<OutboxTaskLink[]> {
  const tasks = await work.manager.query<{ id: string; seq: number; title: string }[]>(
    `SELECT t.id, t.seq, t.title FROM outbox_message m
     JOIN task t ON t.campaign_id = m.campaign_id AND t.id = ANY(m.task_ids)
     WHERE m.campaign_id = $1 AND m.id = $2 ORDER BY t.seq`,
    [work.campaignId, messageId],
  );
  return tasks.map(({ id, seq, title }) => ({ id, number: taskNumber(seq), title }));
}

export interface AttachmentFile {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

/** @throws DomainError `not_found` */
export async function readAttachmentFile(
  work: Work,
  messageId: string,
  attachmentId: string,
): Promise<AttachmentFile> {
  const [file] = await work.manager.query<AttachmentFile[]>(
    `SELECT file_name AS "fileName", media_type AS "mediaType", content FROM outbox_attachment
     WHERE campaign_id = $1 AND message_id = $2 AND id = $3`,
    [work.campaignId, messageId, attachmentId],
  );
  if (!file) throw new DomainError('not_found');
  return file;
}

function visibleMessages(
  parameters: Parameters,
  work: Work,
  viewer: OutboxViewer,
  { status, channel, reason }: OutboxFilter = {},
): string {
  return [
    `m.campaign_id = ${parameters.add(work.campaignId)}`,
    ...(viewer.sees === 'own' ? [`m.account_id = ${parameters.add(viewer.accountId)}`] : []),
    ...(status ? [`m.status = ${parameters.add(status)}`] : []),
    ...(channel ? [`m.channel = ${parameters.add(channel)}`] : []),
    ...(reason ? [`m.hold_reason = ${parameters.add(reason)}`] : []),
  ].join(' AND ');
}
