import type { Work } from '../../database/unit-of-work.js';
import type { MessageKind } from './enqueue-messages.js';

export interface Claim {
  readonly token: string;
  /** System time: leases and retries do not follow an exercise date. */
  readonly nowMs: number;
}

export interface ClaimedMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly account_id: string;
  readonly subject: string;
  readonly body: string;
  readonly task_ids: string[];
  readonly attempts: number;
}

const leaseMs = 60_000;
/** Older ones are not sent by themselves any more: what they say is no longer true. */
export const staleAfterMs = 10 * 86_400_000;

/**
 * Takes one message for this worker until the lease ends. First attempts go before retries, so that a bad mailbox holds
 * up nobody; a message whose worker died comes back when its lease is over.
 */
export async function claimMessage(work: Work, claim: Claim): Promise<ClaimedMessage | undefined> {
  const [[message]] = await work.manager.query<[ClaimedMessage[]]>(
    `UPDATE outbox_message SET status = 'sending', attempts = attempts + 1, claim_token = $2, lease_until = $3
     WHERE campaign_id = $1 AND id = (
       SELECT id FROM outbox_message
       WHERE campaign_id = $1 AND recipient_address IS NOT NULL AND created_at > $5
         AND status IN ('queued', 'sending', 'uncertain')
         AND (status IN ('queued', 'uncertain') AND (not_before IS NULL OR not_before <= $4)
              OR status = 'sending' AND lease_until <= $4)
       ORDER BY attempts, created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, kind, account_id, subject, body, task_ids, attempts`,
    [
      work.campaignId,
      claim.token,
      new Date(claim.nowMs + leaseMs),
      new Date(claim.nowMs),
      new Date(claim.nowMs - staleAfterMs),
    ],
  );
  return message;
}
