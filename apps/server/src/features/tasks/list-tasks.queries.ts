import { Parameters } from '../../database/parameters.js';
import { readCursor, writeCursor } from '../../database/place-cursor.js';
import type { Work } from '../../database/unit-of-work.js';
import type { TaskFilter } from './list-tasks.dto.js';
import { rungFilterSql } from './task-rung.js';
import { type TaskRecord, taskRowsSql, toTaskRow } from './task-row.queries.js';
import { closingSql, latenessSql } from './standing.js';
import { seqInNumber } from './task-words.js';
import type { TaskPage, TaskRow } from './tasks.dto.js';
import { openlySupportedBySql, supportedBySql, unsignedBySql, visibleSql } from './visible.js';

const defaultLimit = 50;
const noDue = '9999-12-31';

/** What the list is ordered by, as text, so that the page boundary can be compared and carried in the URL. */
const sortKeys = {
  // What is over comes after all that still has to be done.
  due: `(r.state IN ('closed', 'cancelled'))::int || to_char(coalesce(r.effective_due_on, '${noDue}'), 'YYYY-MM-DD')`,
  number: `lpad(r.seq::text, 10, '0')`,
  unit: `lpad(r.unit_position::text, 6, '0')`,
  updated: `to_char(r.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
} as const;

/**
 * One page of tasks, keyset after keyset, with the total of the same filter. Not materialised, so that units and clauses
 * are put together for the rows of the page only, and not for all that are counted.
 */
export async function listTasks(work: Work, filter: TaskFilter): Promise<TaskPage> {
  const limit = filter.limit ?? defaultLimit;
  const key = sortKeys[filter.sort ?? 'due'];
  const descending = filter.order === 'desc';
  const parameters = new Parameters();
  const rows = filteredSql(parameters, work, filter);
  const place = filter.after ? placeSql(parameters, key, filter.after, descending) : 'TRUE';
  const direction = descending ? 'DESC' : 'ASC';
  const found = await work.manager.query<(TaskRecord & { sort_key: string; total: string })[]>(
    `WITH r AS NOT MATERIALIZED (${rows}), page AS (
       SELECT r.*, ${key} AS sort_key FROM r WHERE ${place}
       ORDER BY ${key} COLLATE "C" ${direction}, r.seq ${direction} LIMIT ${limit + 1})
     SELECT page.*, (SELECT count(*) FROM r) AS total FROM page
     ORDER BY sort_key COLLATE "C" ${direction}, seq ${direction}`,
    parameters.values,
  );
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((record) => toTaskRow(work, record)),
    total: found[0] ? Number(found[0].total) : await countTasks(work, filter),
    next: found.length > limit && last ? writeCursor(last.sort_key, last.seq) : null,
  };
}

/** Every task of a filter in list order, for the export. */
export async function allTasks(work: Work, filter: TaskFilter): Promise<TaskRow[]> {
  const parameters = new Parameters();
  const direction = filter.order === 'desc' ? 'DESC' : 'ASC';
  const found = await work.manager.query<TaskRecord[]>(
    `WITH r AS (${filteredSql(parameters, work, filter)})
     SELECT r.* FROM r ORDER BY ${sortKeys[filter.sort ?? 'due']} COLLATE "C" ${direction}, r.seq ${direction}`,
    parameters.values,
  );
  return found.map((record) => toTaskRow(work, record));
}

/** Tasks of known ids, in the order of the ids. */
export async function readTaskRows(work: Work, ids: readonly string[]): Promise<TaskRow[]> {
  const parameters = new Parameters();
  const list = `${parameters.add(ids)}::uuid[]`;
  const found = await work.manager.query<TaskRecord[]>(
    `SELECT r.* FROM (${taskRowsSql(parameters, work, `t.id = ANY(${list})`)}) r ORDER BY array_position(${list}, r.id)`,
    parameters.values,
  );
  return found.map((record) => toTaskRow(work, record));
}

/** How many tasks the list shows for each indicator: the same filter, counted at once (R-66). */
export async function countTasksByIndicator(work: Work, filter: TaskFilter): Promise<Map<string, number>> {
  const parameters = new Parameters();
  const rows = await work.manager.query<{ indicator: string; count: number }[]>(
    `WITH r AS NOT MATERIALIZED (${filteredSql(parameters, work, filter)})
     SELECT g.indicator, count(DISTINCT r.id)::int AS count
     FROM r JOIN task_gap g ON g.campaign_id = ${parameters.add(work.campaignId)} AND g.task_id = r.id GROUP BY g.indicator`,
    parameters.values,
  );
  return new Map(rows.map(({ indicator, count }) => [indicator, count]));
}

/** Only an empty page leaves the total unknown. */
async function countTasks(work: Work, filter: TaskFilter): Promise<number> {
  const parameters = new Parameters();
  const [row] = await work.manager.query<{ total: string }[]>(
    `SELECT count(*) AS total FROM (${filteredSql(parameters, work, filter)}) r`,
    parameters.values,
  );
  return Number(row?.total ?? 0);
}

function filteredSql(parameters: Parameters, work: Work, filter: TaskFilter): string {
  const conditions = [visibleSql(parameters, work.actor)];
  if (filter.state) conditions.push(`t.state = ANY(${parameters.add(filter.state)})`);
  if (filter.lateness) {
    const lateness = latenessSql(parameters, work.calendar, work.today);
    conditions.push(`${lateness} = ${parameters.add(filter.lateness)}`);
  }
  if (filter.closing) conditions.push(`${closingSql} = ANY(${parameters.add(filter.closing)})`);
  if (filter.unitId) conditions.push(unitSql(parameters, work, filter.unitId, filter.part ?? 'any'));
  if (filter.clauseId) conditions.push(`t.clause_id = ${parameters.add(filter.clauseId)}`);
  conditions.push(...planFilterSql(parameters, filter));
  if (filter.sourceId) conditions.push(`t.source_id = ${parameters.add(filter.sourceId)}`);
  if (filter.indicator) conditions.push(gapOfSql(parameters.add(filter.indicator)));
  if (filter.contradicted) conditions.push('t.data_contradicted');
  if (filter.priority) conditions.push(`t.priority = ${parameters.add(filter.priority)}`);
  if (filter.ids) conditions.push(`t.id = ANY(${parameters.add(filter.ids)}::uuid[])`);
  if (filter.late) conditions.push(lateSql(parameters.add(work.today), filter.late));
  conditions.push(...rungFilterSql(parameters, work, filter));
  if (filter.q?.trim()) conditions.push(searchSql(parameters, filter.q.trim()));
  const rows = taskRowsSql(parameters, work, conditions.map((condition) => `(${condition})`).join(' AND '));
  if (!filter.standing) return rows;
  return `SELECT x.* FROM (${rows}) x WHERE x.standing = ANY(${parameters.add(filter.standing)})`;
}

/** By the plan: a task group, and the days between which tasks are due. */
function planFilterSql(parameters: Parameters, { group, dueFrom, dueTo }: TaskFilter): string[] {
  return [
    ...(group ? [`c.group_title = ${parameters.add(group)}`] : []),
    ...(dueFrom ? [`t.effective_due_on >= ${parameters.add(dueFrom)}`] : []),
    ...(dueTo ? [`t.effective_due_on <= ${parameters.add(dueTo)}`] : []),
  ];
}

function gapOfSql(indicator: string): string {
  return `EXISTS (SELECT 1 FROM task_gap g
    WHERE g.campaign_id = t.campaign_id AND g.task_id = t.id AND g.indicator = ${indicator})`;
}

/** Tasks on which one of these clocks has run out. */
function lateSql(today: string, clocks: NonNullable<TaskFilter['late']>): string {
  const late = {
    receipt: `t.state = 'assigned' AND t.receipt_due_on < ${today}`,
    due: `t.state IN ('assigned', 'signed', 'in_progress') AND t.effective_due_on < ${today}`,
    support_receipt: `t.state IN ('assigned', 'signed', 'in_progress') AND EXISTS (SELECT 1 FROM task_support s
      WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.state = 'assigned' AND s.receipt_due_on < ${today})`,
    verification: `t.state = 'in_review' AND t.verification_due_on < ${today}`,
  };
  return clocks.map((clock) => `(${late[clock]})`).join(' OR ');
}

function unitSql(
  parameters: Parameters,
  work: Work,
  unitId: string,
  part: NonNullable<TaskFilter['part']>,
): string {
  const unit = parameters.add(unitId);
  const leads = `t.lead_unit_id = ${unit}`;
  if (part === 'lead') return leads;
  if (part === 'support') return supportedBySql(unit);
  const running = `t.state IN ('assigned', 'signed', 'in_progress')`;
  if (part === 'open_support') return `${running} AND ${openlySupportedBySql(unit)}`;
  if (part === 'support_to_sign') return `${running} AND ${unsignedBySql(unit)}`;
  if (part === 'support_sign_late') {
    return `${running} AND ${unsignedBySql(unit, `s.receipt_due_on < ${parameters.add(work.today)}::date`)}`;
  }
  return `${leads} OR ${supportedBySql(unit)}`;
}

function searchSql(parameters: Parameters, q: string): string {
  const seq = seqInNumber(q);
  const pattern = parameters.add(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
  const byNumber = seq === undefined ? '' : ` OR t.seq = ${parameters.add(seq)}`;
  return `t.title ILIKE ${pattern} OR t.description ILIKE ${pattern}${byNumber}`;
}

function placeSql(parameters: Parameters, key: string, cursor: string, descending: boolean): string {
  const { sortKey, seq } = readCursor(cursor);
  const place = `(${parameters.add(sortKey)}::text, ${parameters.add(seq)}::int)`;
  return `(${key} COLLATE "C", r.seq) ${descending ? '<' : '>'} ${place}`;
}
