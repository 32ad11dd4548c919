import { civilDate } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { unitJson } from './task-row.queries.js';
import { closingSql, latenessSql, standingSql } from './standing.js';
import type { StandingCounts, UnitOverviewRow } from './overview.dto.js';
import { isOffice } from './task.policy.js';

interface CountRecord {
  unit: UnitOverviewRow['unit'];
  total: number;
  awaiting_receipt: number;
  on_track: number;
  due_soon: number;
  overdue: number;
  in_review: number;
  undetermined: number;
  suspended: number;
  closed: number;
  support_open: number;
  support_to_sign: number;
  support_sign_late: number;
  slight: number;
  serious: number;
  grave: number;
  oldest_due: string | null;
  closed_with_due: number;
  closed_on_time: number;
  closed_with_original: number;
  closed_on_time_original: number;
}

/** Per member unit: how its tasks stand. A unit's own people get only their row. Drafts and cancelled ones count nowhere. */
export async function unitOverview(work: Work): Promise<UnitOverviewRow[]> {
  const parameters = new Parameters();
  const standing = standingSql(parameters, work.calendar, work.today);
  const lateness = latenessSql(parameters, work.calendar, work.today);
  const campaign = parameters.add(work.campaignId);
  const own = isOffice(work.actor) ? 'TRUE' : `u.id = ${parameters.add(work.actor.unitId)}::uuid`;
  const counted = (name: string): string => `count(*) FILTER (WHERE x.standing = '${name}')::int AS ${name}`;
  const level = (name: string): string => `count(*) FILTER (WHERE x.lateness = '${name}')::int AS ${name}`;
  const records = await work.manager.query<CountRecord[]>(
    `WITH x AS (
       SELECT t.lead_unit_id, t.effective_due_on, t.original_effective_due_on, t.paused_on, ${standing} AS standing,
         ${lateness} AS lateness, ${closingSql} AS closing FROM task t
       WHERE t.campaign_id = ${campaign} AND t.state NOT IN ('draft', 'cancelled')),
     led AS (
       SELECT x.lead_unit_id, count(*)::int AS total, ${counted('awaiting_receipt')}, ${counted('on_track')},
         ${counted('due_soon')}, ${counted('overdue')}, ${counted('in_review')}, ${counted('undetermined')},
         ${counted('suspended')}, ${counted('closed')}, ${level('slight')}, ${level('serious')}, ${level('grave')},
         min(x.effective_due_on) FILTER (WHERE x.standing = 'overdue') AS oldest_due,
         count(x.closing)::int AS closed_with_due,
         count(*) FILTER (WHERE x.closing = 'on_time')::int AS closed_on_time,
         count(*) FILTER (WHERE x.standing = 'closed' AND x.original_effective_due_on IS NOT NULL)::int
           AS closed_with_original,
         count(*) FILTER (WHERE x.standing = 'closed' AND x.paused_on <= x.original_effective_due_on)::int
           AS closed_on_time_original
       FROM x GROUP BY x.lead_unit_id),
     helped AS (
       SELECT s.unit_id, count(*)::int AS support_open,
         count(*) FILTER (WHERE s.state = 'assigned')::int AS support_to_sign,
         count(*) FILTER (WHERE s.state = 'assigned' AND s.receipt_due_on < ${parameters.add(work.today)}::date)::int
           AS support_sign_late
       FROM task_support s
       JOIN task t ON t.campaign_id = s.campaign_id AND t.id = s.task_id
       WHERE s.campaign_id = ${campaign} AND s.state <> 'completed' AND t.state IN ('assigned', 'signed', 'in_progress')
       GROUP BY s.unit_id)
     SELECT ${unitJson('u')} AS unit, led.*, coalesce(helped.support_open, 0) AS support_open,
       coalesce(helped.support_to_sign, 0) AS support_to_sign, coalesce(helped.support_sign_late, 0) AS support_sign_late
     FROM unit u LEFT JOIN led ON led.lead_unit_id = u.id LEFT JOIN helped ON helped.unit_id = u.id
     WHERE u.campaign_id = ${campaign} AND NOT u.withdrawn AND ${own} ORDER BY u.position`,
    parameters.values,
  );
  return records.map((record) => toOverviewRow(work, record));
}

function toOverviewRow(work: Work, record: CountRecord): UnitOverviewRow {
  return {
    unit: record.unit,
    lead: {
      total: record.total ?? 0,
      awaitingReceipt: record.awaiting_receipt ?? 0,
      onTrack: record.on_track ?? 0,
      dueSoon: record.due_soon ?? 0,
      overdue: record.overdue ?? 0,
      inReview: record.in_review ?? 0,
      undetermined: record.undetermined ?? 0,
      suspended: record.suspended ?? 0,
      closed: record.closed ?? 0,
    },
    supportOpen: record.support_open,
    supportToSign: record.support_to_sign,
    supportSignLate: record.support_sign_late,
    overdueLevels: {
      slight: record.slight ?? 0,
      serious: record.serious ?? 0,
      grave: record.grave ?? 0,
    },
    maxDaysLate: record.oldest_due
      ? work.calendar.workingDaysBetween(civilDate(record.oldest_due), work.today)
      : 0,
    onTimeRate: { numerator: record.closed_on_time ?? 0, denominator: record.closed_with_due ?? 0 },
    onTimeRateOriginal: {
      numerator: record.closed_on_time_original ?? 0,
      denominator: record.closed_with_original ?? 0,
    },
  };
}

/** The sum over units: every task has exactly one lead unit. */
export function totalOf(rows: readonly UnitOverviewRow[]): StandingCounts {
  const total = { ...noCounts };
  for (const { lead } of rows) for (const key of countKeys) total[key] += lead[key];
  return total;
}

const noCounts: StandingCounts = {
  total: 0,
  awaitingReceipt: 0,
  onTrack: 0,
  dueSoon: 0,
  overdue: 0,
  inReview: 0,
  undetermined: 0,
  suspended: 0,
  closed: 0,
};
const countKeys = Object.keys(noCounts) as (keyof StandingCounts)[];
