import type { Work } from '../../database/unit-of-work.js';
import type { Settlement } from './delivery-outcome.js';

export type FinalWord =
  | Settlement
  | { readonly status: 'withdrawn' | 'dead'; readonly lastError: string }
  | { readonly status: 'held'; readonly holdReason: 'address_suspended' };

export interface SettledMessage {
  readonly id: string;
  readonly token: string;
  readonly word: FinalWord;
  /** The address it was really sent to. */
  readonly address?: string;
}

/**
 * Records what became of claimed messages, in one statement; a mail that was taken also begins the count of its
 * address's refusals anew.
 * @returns the ids that were still this worker's: a paused worker's late word changes nothing (T14)
 */
export async function settleMessages(
  work: Pick<Work, 'manager' | 'campaignId'>,
  nowMs: number,
  messages: readonly SettledMessage[],
): Promise<Set<string>> {
  if (messages.length === 0) return new Set();
  const rows = messages.map(({ id, token, word, address }) => ({
    id,
    token,
    status: word.status,
    last_error: 'lastError' in word ? word.lastError : null,
    hold_reason: 'holdReason' in word ? word.holdReason : null,
    attempts: 'attempts' in word ? word.attempts : null,
    not_before: 'retryAfterMs' in word ? new Date(nowMs + word.retryAfterMs) : null,
    sent_at: word.status === 'sent' ? new Date(nowMs) : null,
    address: address ?? null,
  }));
  const kept = await work.manager.query<{ id: string }[]>(
    `WITH kept AS (UPDATE outbox_message m SET status = r.status, last_error = r.last_error, hold_reason = r.hold_reason,
       attempts = coalesce(r.attempts, m.attempts), not_before = r.not_before, sent_at = r.sent_at, recipient_address = coalesce(r.address, m.recipient_address),
       claim_token = NULL, lease_until = NULL
     FROM json_to_recordset($2) AS r(id uuid, token uuid, status text, last_error text, hold_reason text,
       attempts int, not_before timestamptz, sent_at timestamptz, address text)
     WHERE m.campaign_id = $1 AND m.id = r.id AND m.claim_token = r.token AND m.status = 'sending'
     RETURNING m.id, m.status, m.recipient_address),
     cleared AS (DELETE FROM mailbox_failure f USING kept k
       WHERE k.status = 'sent' AND f.address = lower(k.recipient_address))
     SELECT id FROM kept`,
    [work.campaignId, JSON.stringify(rows)],
  );
  return new Set(kept.map((row) => row.id));
}
