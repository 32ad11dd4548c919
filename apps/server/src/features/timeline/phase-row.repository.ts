import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { type PhaseRecord, readPhaseRecords } from './phases.queries.js';

/**
 * Locks a phase and reads it with its dates and its gate.
 * @throws DomainError `not_found`
 */
export async function lockPhase(work: Work, phaseId: string): Promise<PhaseRecord> {
  await work.manager.query(`SELECT 1 FROM phase WHERE campaign_id = $1 AND id = $2 FOR UPDATE`, [
    work.campaignId,
    phaseId,
  ]);
  const records = await readPhaseRecords(work);
  const record = records.find(({ id }) => id === phaseId);
  if (!record) throw new DomainError('not_found', { detail: '方案里没有这个阶段，或已撤下。' });
  return record;
}
