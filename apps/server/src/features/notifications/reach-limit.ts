import type { Work } from '../../database/unit-of-work.js';

// Below this, and without a usual day to compare with, only the fixed limit counts.
const fewPeople = 20;
const usualDaysNeeded = 5;
const dayMs = 86_400_000;
const comparedMs = 14 * dayMs;
// Long enough for two month ends: what is due in every unit once a month is usual too.
const rememberedMs = 62 * dayMs;

export const defaultPeopleLimit = 200;
export const peopleLimitKey = 'outbox_people_limit';

/**
 * Whether a batch is so large that something may have gone wrong, and a person should look first: more people
 * than the limit, or more than three times the median of people a day over the last 14 days, at least 20, and more than
 * went out on any day of the last two months.
 */
export async function wouldReachTooMany(work: Work, people: number): Promise<boolean> {
  if (people <= fewPeople) return false;
  const [row] = await work.manager.query<Usual[]>(
    `SELECT (SELECT (value ->> 'people')::int FROM instance_setting WHERE key = $3) AS limit,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY d.people) FILTER (WHERE d.last_at >= $2) AS usual,
       count(*) FILTER (WHERE d.last_at >= $2)::int AS days, coalesce(max(d.reached), 0)::int AS most
     FROM (SELECT count(DISTINCT account_id) AS people, max(created_at) AS last_at,
             count(DISTINCT account_id) FILTER (WHERE status = 'sent') AS reached
           FROM outbox_message
           WHERE campaign_id = $1 AND created_at >= $5 AND created_at < $4
             AND channel = 'mail' AND status <> 'rehearsal'
           GROUP BY (created_at AT TIME ZONE 'Asia/Shanghai')::date) d`,
    [work.campaignId, before(work, comparedMs), peopleLimitKey, work.now, before(work, rememberedMs)],
  );
  if (people > (row?.limit ?? defaultPeopleLimit)) return true;
  return (
    row !== undefined && row.days >= usualDaysNeeded && people > Math.max(3 * (row.usual ?? 0), row.most)
  );
}

interface Usual {
  readonly limit: number | null;
  /** Median of people a day, null without any. */
  readonly usual: number | null;
  readonly days: number;
  /** People reached on the day with the most. */
  readonly most: number;
}

function before(work: Work, ms: number): Date {
  return new Date(work.now.getTime() - ms);
}
