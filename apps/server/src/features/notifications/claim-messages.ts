import type { Work } from '../../database/unit-of-work.js';
import type { MessageContent } from './message-content.js';

export interface Claim {
  readonly token: string;
  /** System time: leases and retries do not follow an exercise date. */
  readonly nowMs: number;
}

export interface ClaimedMessage {
  readonly id: string;
  readonly kind: string;
  readonly account_id: string;
  readonly subject: string;
  readonly body: string;
  readonly content: MessageContent | null;
  readonly attempts: number;
  /** An attempt before this one ended without an answer: only the same message again does no harm. */
  readonly may_have_arrived: boolean;
}

export const leaseMs = 60_000;

/**
 * Takes mails for this worker until the lease ends, in one statement. First attempts go before retries, so that a bad
 * mailbox holds up nobody; a message whose worker died comes back when its lease is over.
 */
export async function claimMessages(work: Work, claim: Claim, atMost: number): Promise<ClaimedMessage[]> {
  const [messages] = await work.manager.query<[ClaimedMessage[]]>(
    `WITH next AS MATERIALIZED (
       SELECT id, status <> 'queued' AS may_have_arrived FROM outbox_message
       WHERE campaign_id = $1 AND channel = 'mail' AND recipient_address IS NOT NULL
         AND status IN ('queued', 'sending', 'uncertain')
         AND (status IN ('queued', 'uncertain') AND (not_before IS NULL OR not_before <= $4)
              OR status = 'sending' AND lease_until <= $4)
       ORDER BY attempts, created_at, id LIMIT $5 FOR UPDATE SKIP LOCKED)
     UPDATE outbox_message m SET status = 'sending', attempts = m.attempts + 1, claim_token = $2, lease_until = $3
     FROM next WHERE m.campaign_id = $1 AND m.id = next.id
     RETURNING m.id, m.kind, m.account_id, m.subject, m.body, m.content, m.attempts, next.may_have_arrived`,
    [work.campaignId, claim.token, new Date(claim.nowMs + leaseMs), new Date(claim.nowMs), atMost],
  );
  // RETURNING has no order; ids are made in the order of writing.
  return messages.toSorted((a, b) => a.attempts - b.attempts || (a.id < b.id ? -1 : 1));
}
