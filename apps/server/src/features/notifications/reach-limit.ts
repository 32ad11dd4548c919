import type { Work } from '../../database/unit-of-work.js';

// Below this, and without a usual day to compare with, only the fixed limit counts.
const fewPeople = 20;
const usualDaysNeeded = 5;
const comparedMs = 14 * 86_400_000;

export const defaultPeopleLimit = 200;
export const peopleLimitKey = 'outbox_people_limit';

/**
 * Whether a batch is so large that something may have gone wrong, and a person should look first: more people
 * than the limit, or more than three times the median of people a day over the last 14 days, and at least 20.
 */
export async function wouldReachTooMany(work: Work, people: number): Promise<boolean> {
  if (people <= fewPeople) return false;
  const [row] = await work.manager.query<{ limit: number | null; usual: number | null; days: number }[]>(
    `SELECT (SELECT (value ->> 'people')::int FROM instance_setting WHERE key = $3) AS limit,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY d.people) AS usual, count(*)::int AS days
     FROM (SELECT count(DISTINCT account_id) AS people FROM outbox_message
           WHERE campaign_id = $1 AND created_at >= $2 AND created_at < $4
             AND channel = 'mail' AND status <> 'rehearsal'
           GROUP BY (created_at AT TIME ZONE 'Asia/Shanghai')::date) d`,
    [work.campaignId, new Date(work.now.getTime() - comparedMs), peopleLimitKey, work.now],
  );
  if (people > (row?.limit ?? defaultPeopleLimit)) return true;
  return row !== undefined && row.days >= usualDaysNeeded && people > 3 * (row.usual ?? 0);
}
