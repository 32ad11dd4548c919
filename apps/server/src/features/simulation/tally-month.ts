import type { RungIssue } from '#campaign-pack';
import { type CivilDate, runningStates } from '#kernel';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../database/parameters.js';
import { rungSql } from '../tasks/tasks.module.js';

export interface RungCount {
  readonly rung: string;
  readonly count: number;
}

export interface PersonMessages {
  readonly person: string;
  readonly messages: number;
}

export interface UnitLoad {
  readonly unit: string;
  readonly open: number;
  readonly overdue: number;
}

/** What one month of a simulated campaign came to. */
export interface SimulatedMonth {
  /** YYYY-MM */
  readonly month: string;
  readonly assigned: number;
  readonly closed: number;
  /** At the end of the month. */
  readonly overdue: number;
  /** Of these by the rung they stand on, from mild to severe; what stands on none is left out. */
  readonly overdueByRung: readonly RungCount[];
  /** Rungs raised in the month, from mild to severe. */
  readonly raised: readonly RungCount[];
  readonly extensions: number;
  /** Numbered papers the ladder asked for. */
  readonly papers: number;
  readonly paperKinds: readonly { readonly kind: RungIssue; readonly count: number }[];
  readonly messages: number;
  /** Of the messages: digests of reminders and rungs; the others are reports and alarms. */
  readonly digests: number;
  /** Of the messages: delivered by the end of the month; taken back before that; waiting for somebody to release them. */
  readonly sent: number;
  readonly withdrawn: number;
  readonly held: number;
  /** Of the messages: waited for a release and got it. */
  readonly released: number;
  readonly channels: readonly { readonly channel: string; readonly messages: number }[];
  /** People who got at least one message. */
  readonly people: number;
  readonly mostForOnePerson: number;
  /** Most first. */
  readonly recipients: readonly PersonMessages[];
  /** At the end of the month; units without open tasks are left out. */
  readonly load: readonly UnitLoad[];
}

type Flow = Omit<
  SimulatedMonth,
  'month' | 'load' | 'raised' | 'overdueByRung' | 'paperKinds' | 'channels' | 'recipients'
>;

/** Counts the month that ends on `lastDay`, from the rows that the campaign's own operations left. */
export async function tallyMonth(
  manager: EntityManager,
  campaignId: string,
  lastDay: CivilDate,
): Promise<SimulatedMonth> {
  const month = lastDay.slice(0, 7);
  const ask = <Row>(statement: string, last: string): Promise<Row[]> =>
    manager.query<Row[]>(statement, [campaignId, last]);
  const [flow] = await manager.query<Flow[]>(flowSql, [campaignId, month, lastDay]);
  if (!flow) throw new Error('a count without a row');
  return {
    month,
    ...flow,
    overdueByRung: await overdueByRung(manager, campaignId, lastDay),
    raised: await ask<RungCount>(raisedSql, month),
    paperKinds: await ask<SimulatedMonth['paperKinds'][number]>(paperKindsSql, month),
    channels: await ask<SimulatedMonth['channels'][number]>(channelsSql, month),
    recipients: await ask<PersonMessages>(recipientsSql, month),
    load: await ask<UnitLoad>(loadSql, lastDay),
  };
}

/** $1 campaign · $2 month · $3 its last day */
const flowSql = `
  SELECT (SELECT count(*)::int FROM task_event e WHERE e.campaign_id = $1 AND e.action = 'assign'
       AND to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = $2) AS assigned,
     (SELECT count(*)::int FROM task_event e WHERE e.campaign_id = $1 AND e.action = 'close'
       AND to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = $2) AS closed,
     (SELECT count(*)::int FROM task t WHERE t.campaign_id = $1
       AND t.state IN ('assigned', 'signed', 'in_progress') AND t.effective_due_on < $3) AS overdue,
     (SELECT count(*)::int FROM extension_request x WHERE x.campaign_id = $1 AND x.state = 'approved'
       AND to_char(x.decided_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = $2) AS extensions,
     (SELECT count(*)::int FROM paper_request p WHERE p.campaign_id = $1
       AND to_char(p.requested_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = $2) AS papers,
     count(m.account_id)::int AS messages, count(DISTINCT m.account_id)::int AS people,
     coalesce(max(m.number), 0)::int AS "mostForOnePerson",
     count(*) FILTER (WHERE m.kind = 'reminder_digest')::int AS digests,
     count(*) FILTER (WHERE m.status = 'sent')::int AS sent,
     count(*) FILTER (WHERE m.status = 'withdrawn')::int AS withdrawn,
     count(*) FILTER (WHERE m.status = 'held')::int AS held,
     count(*) FILTER (WHERE m.released_at IS NOT NULL)::int AS released
   FROM (SELECT account_id, kind, status, released_at, row_number() OVER (PARTITION BY account_id) AS number FROM outbox_message
         WHERE campaign_id = $1 AND to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = $2) m`;

/** Of these: $1 campaign · $2 month */
const raisedSql = `
  SELECT e.rung_name AS rung, count(*)::int AS count FROM escalation e
   WHERE e.campaign_id = $1 AND e.outcome = 'raised' AND to_char(e.raised_on, 'YYYY-MM') = $2
   GROUP BY e.rung, e.rung_name ORDER BY e.rung`;

const paperKindsSql = `
  SELECT p.kind, count(*)::int AS count FROM paper_request p
   WHERE p.campaign_id = $1 AND to_char(p.requested_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = $2
   GROUP BY p.kind ORDER BY p.kind`;

const channelsSql = `
  WITH m AS (SELECT channel, status, account_id FROM outbox_message
     WHERE campaign_id = $1 AND to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = $2)
   SELECT 'inbox' AS channel, count(*)::int AS messages FROM m WHERE account_id IS NOT NULL AND status <> 'held'
   UNION ALL SELECT channel, count(*)::int FROM m WHERE status = 'sent' GROUP BY channel ORDER BY channel`;

const recipientsSql = `
  SELECT a.name AS person, count(*)::int AS messages
   FROM outbox_message m JOIN account a ON a.id = m.account_id
   WHERE m.campaign_id = $1 AND to_char(m.created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = $2
   GROUP BY a.id, a.name ORDER BY messages DESC, a.name COLLATE "C"`;

/** $1 campaign · $2 last day of the month */
const loadSql = `
  SELECT u.name AS unit, count(*)::int AS open,
     count(*) FILTER (WHERE t.state <> 'in_review' AND t.effective_due_on < $2)::int AS overdue
   FROM task t JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
   WHERE t.campaign_id = $1 AND t.state IN ('assigned', 'signed', 'in_progress', 'in_review')
   GROUP BY u.id, u.name, u.position ORDER BY u.position`;

function overdueByRung(manager: EntityManager, campaignId: string, lastDay: CivilDate): Promise<RungCount[]> {
  const parameters = new Parameters();
  const campaign = parameters.add(campaignId);
  const rung = rungSql(parameters, { exercise: false });
  return manager.query<RungCount[]>(
    `SELECT r.rung ->> 'name' AS rung, count(*)::int AS count
     FROM task t CROSS JOIN LATERAL (SELECT ${rung} AS rung) r
     WHERE t.campaign_id = ${campaign} AND t.state = ANY(${parameters.add(runningStates)})
       AND t.effective_due_on < ${parameters.add(lastDay)} AND r.rung IS NOT NULL
     GROUP BY 1, (r.rung ->> 'rung')::int ORDER BY (r.rung ->> 'rung')::int`,
    parameters.values,
  );
}
