import type { Work } from '../database/unit-of-work.js';

/** A turn of a scheduled job in a campaign. */
export interface ClaimedSlot {
  readonly runId: string;
  /** The slot of the job's run before this one. */
  readonly previousSlot: string | null;
}

export type Job = 'escalation' | 'ladder_check' | 'reminders' | 'overdue_report';

const exerciseRealm = 'exercise:';

/**
 * Prefix of every key that scheduled work leaves behind: what was rehearsed on an exercise date must not count as done
 * when that date really comes.
 */
export function realm(work: Work): string {
  return work.exercise ? exerciseRealm : '';
}

/**
 * Claims a turn of a job by a row under a unique key, so that however many processes wake up, one does the work.
 * It is the first statement of the job's transaction: when the work fails the claim is gone too.
 * @param slot sorts in the order of time
 * @returns undefined when the turn was already taken
 */
export async function claimSlot(work: Work, job: Job, slot: string): Promise<ClaimedSlot | undefined> {
  const [row] = await work.manager.query<{ id: string; previous: string | null }[]>(
    `INSERT INTO job_run (campaign_id, id, job, slot, claimed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (campaign_id, job, slot) DO NOTHING
     RETURNING id, (SELECT max(r.slot) FROM job_run r
       WHERE r.campaign_id = $1 AND r.job = $3 AND r.slot < $4
         AND starts_with(r.slot, '${exerciseRealm}') = starts_with($4, '${exerciseRealm}')) AS previous`,
    [work.campaignId, work.newId(), job, realm(work) + slot, work.now],
  );
  return row && { runId: row.id, previousSlot: row.previous?.slice(realm(work).length) ?? null };
}

/** Keeps what the run did, for whoever asks later why something was or was not sent. */
export async function recordRun(
  work: Work,
  runId: string,
  summary: Readonly<Record<string, number>>,
): Promise<void> {
  await work.manager.query(`UPDATE job_run SET summary = $3 WHERE campaign_id = $1 AND id = $2`, [
    work.campaignId,
    runId,
    summary,
  ]);
}
