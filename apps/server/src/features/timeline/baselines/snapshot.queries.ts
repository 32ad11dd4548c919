import type { CivilDate } from '#kernel';
import { Parameters } from '../../../database/parameters.js';
import type { Work } from '../../../database/unit-of-work.js';
import type { SnapshotItem, SnapshotKind } from './compare-snapshots.js';

/** A milestone as the statement takes it. */
export interface MilestoneRow {
  readonly key: string;
  readonly title: string;
  readonly unit: string | null;
  readonly due_on: CivilDate | null;
  readonly done_on: CivilDate | null;
}

/**
 * The schedule as it stands now, as one statement: phases with the dates in force, tasks that are neither drafts nor
 * cancelled with their due dates (extensions in, pauses not), milestones that were handed in, targets.
 */
export function snapshotSql(parameters: Parameters, work: Work, milestones: readonly MilestoneRow[]): string {
  const campaign = parameters.add(work.campaignId);
  const passed = `CASE WHEN g.outcome = 'passed' THEN 'passed' ELSE 'open' END`;
  return `
    SELECT 'phase' AS kind, p.entry AS key, p.position, NULL AS number, p.name AS title, NULL AS unit, NULL AS value,
      CASE WHEN d.id IS NOT NULL THEN d.starts_on WHEN NOT p.undetermined THEN p.starts_on END AS starts_on,
      CASE WHEN d.id IS NOT NULL THEN d.ends_on WHEN NOT p.undetermined THEN p.ends_on END AS due_on,
      ${passed} AS state, CASE WHEN g.outcome = 'passed' THEN g.decided_on END AS done_on
    FROM phase p
    LEFT JOIN LATERAL (SELECT x.* FROM phase_date x WHERE x.campaign_id = p.campaign_id AND x.phase_id = p.id
      ORDER BY x.number DESC LIMIT 1) d ON TRUE
    LEFT JOIN LATERAL (SELECT x.* FROM gate_decision x WHERE x.campaign_id = p.campaign_id AND x.phase_id = p.id
      ORDER BY x.number DESC LIMIT 1) g ON TRUE
    WHERE p.campaign_id = ${campaign} AND NOT p.withdrawn
    UNION ALL
    SELECT 'task', t.id::text, t.seq, 'JH-' || lpad(t.seq::text, greatest(4, length(t.seq::text)), '0'), t.title, u.name, NULL,
      (t.assigned_at AT TIME ZONE 'Asia/Shanghai')::date, t.due_on, t.state,
      CASE WHEN t.state IN ('in_review', 'closed') THEN t.paused_on END
    FROM task t JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
    WHERE t.campaign_id = ${campaign} AND t.state NOT IN ('draft', 'cancelled')
    UNION ALL
    SELECT 'milestone', m.key, m.ordinality::int, NULL, m.title, m.unit, NULL, NULL, m.due_on,
      CASE WHEN m.done_on IS NULL THEN 'open' ELSE 'done' END, m.done_on
    FROM ROWS FROM (json_to_recordset(${parameters.add(JSON.stringify(milestones))})
      AS (key text, title text, unit text, due_on date, done_on date)) WITH ORDINALITY
      AS m(key, title, unit, due_on, done_on, ordinality)
    UNION ALL
    SELECT 'target', g.entry, g.position, NULL, g.name, NULL, g.operator || ' ' || g.value || ' ' || g.unit, NULL, g.due_on,
      'open', NULL
    FROM target g WHERE g.campaign_id = ${campaign} AND NOT g.withdrawn`;
}

const columns = `kind, key, number, title, unit, value, starts_on AS "startsOn", due_on AS "dueOn", state, done_on AS "doneOn"`;
const order = `array_position(ARRAY['phase', 'milestone', 'task', 'target'], kind), position, key`;

/** The schedule now, in the order of the plan; one statement. */
export async function readSnapshot(work: Work, milestones: readonly MilestoneRow[]): Promise<SnapshotItem[]> {
  const parameters = new Parameters();
  return work.manager.query<SnapshotItem[]>(
    `SELECT ${columns} FROM (${snapshotSql(parameters, work, milestones)}) s ORDER BY ${order}`,
    parameters.values,
  );
}

/** What a baseline froze; one statement. */
export async function readBaselineItems(work: Work, baselineId: string): Promise<SnapshotItem[]> {
  return work.manager.query<SnapshotItem[]>(
    `SELECT ${columns} FROM baseline_item WHERE campaign_id = $1 AND baseline_id = $2 ORDER BY ${order}`,
    [work.campaignId, baselineId],
  );
}

/** How many there are of each kind. */
export type SnapshotCounts = Readonly<Record<SnapshotKind, number>>;
