import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import type { ReviewJudgement } from './judgements.dto.js';

/**
 * The office confirms a judgement or sends it back with a reason, once.
 * @throws DomainError `not_found`, `same_person`, `note_required`, `wrong_state`
 */
export async function reviewJudgement(work: Work, id: string, input: ReviewJudgement): Promise<void> {
  const [judgement] = await work.manager.query<{ judged_by: string }[]>(
    `SELECT judged_by FROM indicator_judgement WHERE campaign_id = $1 AND id = $2 FOR SHARE`,
    [work.campaignId, id],
  );
  if (!judgement) throw new DomainError('not_found', { detail: '没有这条判定。' });
  if (judgement.judged_by === work.actor.accountId) {
    throw new DomainError('same_person', { detail: '判定的人不能自己确认，请由另一位工作人员办理。' });
  }
  const reason = input.reason?.trim() || null;
  if (input.decision === 'returned' && reason === null) {
    const errors = [{ pointer: '/reason', message: '退回要写明理由' }];
    throw new DomainError('note_required', { detail: '退回判定要写明理由。', errors });
  }
  const rows = await work.manager.query<unknown[]>(
    `INSERT INTO judgement_review (campaign_id, judgement_id, judged_by, decision, reason, reviewed_on, reviewed_by,
       reviewed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT ON CONSTRAINT judgement_review_pk DO NOTHING RETURNING judgement_id`,
    [
      work.campaignId,
      id,
      judgement.judged_by,
      input.decision,
      reason,
      work.today,
      work.actor.accountId,
      work.now,
    ],
  );
  if (rows.length === 0) throw new DomainError('wrong_state', { detail: '这条判定已经确认或退回过了。' });
}
