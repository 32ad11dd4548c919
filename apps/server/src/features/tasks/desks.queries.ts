import { DomainError } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import type {
  AssigningDesk,
  ClauseWithoutTask,
  HandlingDesk,
  OverviewView,
  SupervisingDesk,
} from './overview.dto.js';
import { totalOf, unitOverview } from './task-counts.queries.js';
import { type TaskRecord, taskRowsSql, toTaskRow } from './task-row.queries.js';
import type { TaskRow } from './tasks.dto.js';
import { openlySupportedBySql, visibleSql } from './visible.js';

// A desk is for today's work: whoever has more than this in one state opens the list behind the tile.
const deskRows = 200;
const recentDays = 30;

export async function overview(work: Work): Promise<OverviewView> {
  const rows = await unitOverview(work);
  return { asOf: work.today, totals: totalOf(rows), rows };
}

/** What waits for the government office. */
export async function assigningDesk(work: Work): Promise<AssigningDesk> {
  const rows = await unitOverview(work);
  const waiting = await deskTasks(work, `t.state IN ('in_review', 'assigned')`);
  return {
    asOf: work.today,
    totals: totalOf(rows),
    drafts: await countDrafts(work),
    clausesWithoutTask: await clausesWithoutTask(work),
    awaitingReview: waiting.filter((task) => task.state === 'in_review'),
    notSigned: waiting.filter((task) => task.state === 'assigned'),
    overview: rows,
  };
}

/** What a unit has to do, in order of working days left. */
export async function handlingDesk(work: Work): Promise<HandlingDesk> {
  const [own] = (await unitOverview(work)).filter((row) => row.unit.id === work.actor.unitId);
  if (!own) throw new DomainError('not_found', { detail: '您的账号没有对应的成员单位。' });
  const parameters = new Parameters();
  const unit = `${parameters.add(own.unit.id)}::uuid`;
  const mine = `t.state IN ('assigned', 'signed', 'in_progress', 'in_review') AND (t.lead_unit_id = ${unit} OR ${openlySupportedBySql(unit)})`;
  const tasks = await deskTasks(work, mine, parameters);
  const led = tasks.filter((task) => task.leadUnit.id === own.unit.id);
  const helped = tasks.filter((task) => task.leadUnit.id !== own.unit.id && task.state !== 'in_review');
  return {
    asOf: work.today,
    unit: own.unit,
    totals: own.lead,
    toSign: led.filter((task) => task.state === 'assigned'),
    returned: led.filter((task) => task.state === 'in_progress' && task.returned),
    open: led.filter((task) => task.state === 'signed' || (task.state === 'in_progress' && !task.returned)),
    supportToSign: helped.filter((task) => !signedBy(task, own.unit.id)),
    supportToSignCount: own.supportToSign,
    supportSignLateCount: own.supportSignLate,
    supporting: helped.filter((task) => signedBy(task, own.unit.id)),
    inReview: led.filter((task) => task.state === 'in_review'),
  };
}

function signedBy(task: TaskRow, unitId: string): boolean {
  return task.supportingUnits.some((unit) => unit.id === unitId && unit.state !== 'assigned');
}

/** Who is late, by how much. */
export async function supervisingDesk(work: Work): Promise<SupervisingDesk> {
  const rows = await unitOverview(work);
  const parameters = new Parameters();
  const since = parameters.add(new Date(work.now.getTime() - recentDays * 86_400_000));
  const tasks = await deskTasks(
    work,
    `t.state IN ('assigned', 'signed', 'in_progress') AND t.effective_due_on < ${parameters.add(work.today)}
       OR t.state = 'closed' AND t.closed_at > ${since}`,
    parameters,
  );
  return {
    asOf: work.today,
    totals: totalOf(rows),
    overdueUnits: rows
      .filter((row) => row.lead.overdue > 0)
      .map((row) => ({ unit: row.unit, count: row.lead.overdue, maxDaysLate: row.maxDaysLate }))
      .sort((a, b) => b.maxDaysLate - a.maxDaysLate || b.count - a.count),
    overdue: tasks.filter((task) => task.standing === 'overdue'),
    recentlyClosed: tasks.filter((task) => task.state === 'closed'),
  };
}

// What is open by due date, what is closed by how lately.
const pressing = `CASE WHEN state = 'closed' THEN updated_at END DESC NULLS FIRST, effective_due_on NULLS LAST, seq`;

/** Tasks of a desk, the most pressing first; many in one state do not push those in another off the desk. */
async function deskTasks(work: Work, where: string, parameters = new Parameters()): Promise<TaskRow[]> {
  const visible = visibleSql(parameters, work.actor);
  const found = await work.manager.query<TaskRecord[]>(
    `SELECT p.* FROM (
       SELECT r.*, row_number() OVER (PARTITION BY r.state ORDER BY ${pressing}) AS place
       FROM (${taskRowsSql(parameters, work, `(${where}) AND (${visible})`)}) r) p
     WHERE p.place <= ${deskRows} ORDER BY ${pressing}`,
    parameters.values,
  );
  return found.map((record) => toTaskRow(work, record));
}

async function countDrafts(work: Work): Promise<number> {
  const [row] = await work.manager.query<{ drafts: number }[]>(
    `SELECT count(*)::int AS drafts FROM task WHERE campaign_id = $1 AND state = 'draft'`,
    [work.campaignId],
  );
  return row?.drafts ?? 0;
}

async function clausesWithoutTask(work: Work): Promise<ClauseWithoutTask[]> {
  return work.manager.query<ClauseWithoutTask[]>(
    `SELECT c.id, c.number, c.title, d.title AS "documentTitle",
       (SELECT count(*)::int FROM duty y WHERE y.campaign_id = c.campaign_id AND y.clause_id = c.id AND NOT y.withdrawn) AS "dutyCount"
     FROM clause c JOIN source_document d ON d.campaign_id = c.campaign_id AND d.id = c.document_id
     WHERE c.campaign_id = $1 AND NOT c.withdrawn AND NOT EXISTS (
       SELECT 1 FROM task t WHERE t.campaign_id = c.campaign_id AND t.clause_id = c.id AND t.state <> 'cancelled')
     ORDER BY c.position`,
    [work.campaignId],
  );
}
