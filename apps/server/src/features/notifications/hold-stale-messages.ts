import type { Work } from '../../database/unit-of-work.js';

/** What older messages say is no longer true: someone decides whether they still go out (R-40). */
export const staleAfterMs = 10 * 86_400_000;

/**
 * Holds what waited too long and was not released by hand. Messages nobody could send anyway stay as they are: those to
 * people without an address, and every mail where there is no mail server.
 */
export async function holdStaleMessages(work: Work, nowMs: number, to: 'people' | 'groups'): Promise<void> {
  await work.manager.query(
    `UPDATE outbox_message SET status = 'held', hold_reason = 'stale'
     WHERE campaign_id = $1 AND status IN ('queued', 'uncertain') AND created_at <= $2 AND released_at IS NULL
       AND ${to === 'people' ? `channel = 'mail' AND recipient_address IS NOT NULL` : `channel <> 'mail'`}`,
    [work.campaignId, new Date(nowMs - staleAfterMs)],
  );
}
