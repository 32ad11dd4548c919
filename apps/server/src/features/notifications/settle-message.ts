import type { Work } from '../../database/unit-of-work.js';
import type { Claim } from './claim-message.js';
import type { Settlement } from './delivery-outcome.js';

export type FinalWord = Settlement | { readonly status: 'withdrawn' | 'dead'; readonly lastError: string };

/**
 * Records what became of a claimed message.
 * @returns false when the claim was lost meanwhile: a paused worker's late word changes nothing (T14)
 */
export async function settleMessage(
  work: Work,
  messageId: string,
  claim: Claim,
  word: FinalWord,
  address?: string,
): Promise<boolean> {
  const notBefore = 'retryAfterMs' in word ? new Date(claim.nowMs + word.retryAfterMs) : null;
  const [, changed] = await work.manager.query<[unknown[], number]>(
    `UPDATE outbox_message SET status = $4, last_error = $5, not_before = $6, sent_at = $7,
       recipient_address = coalesce($8, recipient_address), claim_token = NULL, lease_until = NULL
     WHERE campaign_id = $1 AND id = $2 AND claim_token = $3 AND status = 'sending'`,
    [
      work.campaignId,
      messageId,
      claim.token,
      word.status,
      'lastError' in word ? word.lastError : null,
      notBefore,
      word.status === 'sent' ? new Date(claim.nowMs) : null,
      address ?? null,
    ],
  );
  return changed === 1;
}
