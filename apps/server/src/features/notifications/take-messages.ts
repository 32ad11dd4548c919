import type { Work } from '../../database/unit-of-work.js';
import { checkRecipients } from './check-recipients.js';
import { type Claim, claimMessages, type ClaimedMessage } from './claim-messages.js';
import type { NewAttachment } from './new-message.js';
import { reportGivenUp } from './report-given-up.js';
import { isSendingTime } from './sending-window.js';
import { isSendingOff } from './sending-switch.js';
import { type SettledMessage, settleMessages } from './settle-messages.js';

export interface ReadyMessage {
  readonly message: ClaimedMessage;
  readonly token: string;
  readonly address: string;
  readonly attachments: readonly NewAttachment[];
}

/**
 * The next mails of the campaign to hand to the mail server, claimed for this worker.
 * @returns undefined when there is none, the window is closed, an exercise is on, or sending is switched off;
 *   empty when all that were next need no longer go out
 */
export async function takeMessages(
  work: Work,
  claim: Claim,
  atMost: number,
): Promise<ReadyMessage[] | undefined> {
  if (work.exercise || !isSendingTime(work.calendar, claim.nowMs) || (await isSendingOff(work.manager)))
    return undefined;
  const messages = await claimMessages(work, claim, atMost);
  if (messages.length === 0) return undefined;
  const checks = await checkRecipients(work, messages);
  const ready: Omit<ReadyMessage, 'attachments'>[] = [];
  const settled: SettledMessage[] = [];
  for (const message of messages) {
    const check = checks.get(message.id);
    if (check && 'address' in check) ready.push({ message, token: claim.token, address: check.address });
    else if (check) settled.push({ id: message.id, token: claim.token, word: check.word });
  }
  if (settled.length > 0) await settleMessages(work, claim.nowMs, settled);
  const givenUp = settled.filter(({ word }) => word.status === 'dead').map(({ id }) => id);
  if (givenUp.length > 0) await reportGivenUp(work, givenUp);
  const files = await readAttachments(work, ready);
  return ready.map((one) => ({
    ...one,
    attachments: files.filter((file) => file.messageId === one.message.id),
  }));
}

function readAttachments(
  work: Work,
  ready: readonly Omit<ReadyMessage, 'attachments'>[],
): Promise<(NewAttachment & { messageId: string })[]> {
  return work.manager.query(
    `SELECT message_id AS "messageId", file_name AS "fileName", media_type AS "mediaType", content FROM outbox_attachment
     WHERE campaign_id = $1 AND message_id = ANY($2) ORDER BY id`,
    [work.campaignId, ready.map(({ message }) => message.id)],
  );
}
