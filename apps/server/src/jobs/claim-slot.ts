import type { Work } from '../database/unit-of-work.js';

/** A turn of a scheduled job in a campaign. */
export interface ClaimedSlot {
  readonly runId: string;
  /** The slot of the job's run before this one. */
  readonly previousSlot: string | null;
}

export type Job =
  | 'escalation'
  | 'ladder_check'
  | 'reminders'
  | 'overdue_report'
  | 'calendar_missing'
  | 'recurring_work'
  | 'late_milestones'
  | 'late_ledgers';

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
 *
 * The run covers the business time since the run before it, and of two runs that want to follow the same one the
 * second gets nothing and comes again at the next tick. After a clock went back, a turn nobody has taken yet is
 * taken without covering its time a second time (T03).
 * @param slot sorts in the order of time
 * @returns undefined when the turn was already taken
 */
export async function claimSlot(work: Work, job: Job, slot: string): Promise<ClaimedSlot | undefined> {
  const [row] = await work.manager.query<{ id: string; previous: string | null }[]>(
    `INSERT INTO job_run (campaign_id, id, job, slot, claimed_at, chain, covered_from, covered_to)
     SELECT $1, $2, $3, $4, $5, $6, CASE WHEN last.ended < $5 THEN last.ended END,
       CASE WHEN last.ended >= $5 THEN NULL ELSE $5::timestamptz END
     FROM (SELECT max(r.covered_to) AS ended FROM job_run r
       WHERE r.campaign_id = $1 AND r.job = $3 AND r.chain = $6) last
     ON CONFLICT DO NOTHING
     RETURNING id, (SELECT max(r.slot) FROM job_run r WHERE r.campaign_id = $1 AND r.job = $3 AND r.slot < $4
       AND starts_with(r.slot, '${exerciseRealm}') = starts_with($4, '${exerciseRealm}')) AS previous`,
    [work.campaignId, work.newId(), job, realm(work) + slot, work.now, chain(work)],
  );
  return row && { runId: row.id, previousSlot: row.previous?.slice(realm(work).length) ?? null };
}

/** Every exercise date is a time of its own: one may go from any of them to any other. */
function chain(work: Work): string {
  return work.exercise ? `${exerciseRealm}${work.today}` : '';
}

/** Records turns that nobody will take any more, because a later one says all that matters. */
export async function recordSkipped(work: Work, job: Job, slots: readonly string[]): Promise<void> {
  if (slots.length === 0) return;
  await work.manager.query(
    `INSERT INTO job_run (campaign_id, id, job, slot, claimed_at, chain, outcome)
     SELECT $1, s.id, $2, s.slot, $3, $4, 'skipped' FROM unnest($5::uuid[], $6::text[]) AS s(id, slot)
     ON CONFLICT DO NOTHING`,
    [
      work.campaignId,
      job,
      work.now,
      chain(work),
      slots.map(() => work.newId()),
      slots.map((slot) => realm(work) + slot),
    ],
  );
}

/** Keeps what the run did, for whoever asks later why something was or was not sent. */
export async function recordRun(
  work: Work,
  runId: string,
  summary: Readonly<Record<string, number | string>>,
): Promise<void> {
  await work.manager.query(`UPDATE job_run SET summary = $3 WHERE campaign_id = $1 AND id = $2`, [
    work.campaignId,
    runId,
    summary,
  ]);
}
