import type { Work } from '../../database/unit-of-work.js';
import { checkRecipient } from './check-recipient.js';
import { type Claim, claimMessage, type ClaimedMessage } from './claim-message.js';
import type { NewAttachment } from './enqueue-messages.js';
import { isSendingTime } from './sending-window.js';
import { settleMessage } from './settle-message.js';

export interface ReadyMessage {
  readonly message: ClaimedMessage;
  readonly address: string;
  readonly attachments: readonly NewAttachment[];
}

/**
 * The next message of the campaign to hand to the mail server, claimed for this worker.
 * @returns undefined when there is none, the window is closed, or an exercise is on; 'withdrawn' when the next one
 *   need no longer go out
 */
export async function takeNextMessage(
  work: Work,
  claim: Claim,
): Promise<ReadyMessage | 'withdrawn' | undefined> {
  if (work.exercise || !isSendingTime(work.calendar, claim.nowMs)) return undefined;
  const message = await claimMessage(work, claim);
  if (!message) return undefined;
  const check = await checkRecipient(work, message);
  if (!('address' in check)) {
    await settleMessage(work, message.id, claim, { status: check.status, lastError: check.reason });
    return 'withdrawn';
  }
  const attachments = await work.manager.query<NewAttachment[]>(
    `SELECT file_name AS "fileName", media_type AS "mediaType", content FROM outbox_attachment
     WHERE campaign_id = $1 AND message_id = $2 ORDER BY id`,
    [work.campaignId, message.id],
  );
  return { message, address: check.address, attachments };
}
