import { type CivilDate, DomainError, formatDate } from '#kernel';
import type { Role } from '../../database/actor.js';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import type { UnitRef } from '../../http/refs.dto.js';
import {
  noClosingChecks,
  readTaskView,
  runningStates,
  taskNumber,
  visibleSql,
} from '../tasks/tasks.module.js';
import { type ExtensionChain, nextRole, refusalToDecide, stepNames } from './extension-chain.js';
import type {
  DoorView,
  ExtensionDecisionView,
  ExtensionDesk,
  ExtensionEvidence,
  ExtensionState,
  ExtensionView,
  PauseRequestView,
  TaskExtensions,
} from './extensions.dto.js';

const recentDays = 30;

interface RequestRecord {
  id: string;
  seq: number;
  task: { id: string; seq: number; title: string };
  unit: UnitRef;
  due_on: CivilDate;
  requested_on: CivilDate;
  reason: string;
  progress: string;
  evidence: ExtensionEvidence[];
  state: ExtensionState;
  granted_on: CivilDate | null;
  extended_days: number | null;
  asked_by: string;
  asker: string;
  asked_at: Date;
  chain: Role[];
  version: number;
  decisions: (ExtensionDecisionView & { accountId: string })[];
}

/** Requests `e` on tasks `t` this actor may see, newest first. @param where from the parameters to SQL over `e` and `t` */
async function readRequests(work: Work, where: (parameters: Parameters) => string): Promise<ExtensionView[]> {
  const parameters = new Parameters();
  const records = await work.manager.query<RequestRecord[]>(
    `SELECT e.*, a.name AS asker, json_build_object('id', t.id, 'seq', t.seq, 'title', t.title) AS task,
       json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) AS unit,
       (SELECT coalesce(json_agg(json_build_object('step', d.step, 'outcome', d.outcome, 'grantedOn', d.granted_on,
           'ground', d.ground, 'name', p.name, 'at', d.at, 'accountId', d.account_id) ORDER BY d.step), '[]')
         FROM extension_decision d JOIN account p ON p.id = d.account_id
         WHERE d.campaign_id = e.campaign_id AND d.request_id = e.id) AS decisions
     FROM extension_request e
     JOIN task t ON t.campaign_id = e.campaign_id AND t.id = e.task_id
     JOIN unit u ON u.campaign_id = e.campaign_id AND u.id = e.unit_id
     JOIN account a ON a.id = e.asked_by
     WHERE e.campaign_id = ${parameters.add(work.campaignId)} AND (${visibleSql(parameters, work.actor)})
       AND (${where(parameters)})
     ORDER BY e.seq DESC`,
    parameters.values,
  );
  return records.map((record) => toView(work, record));
}

function toView(work: Work, record: RequestRecord): ExtensionView {
  const pending = record.state === 'pending';
  const step = {
    chain: record.chain,
    unitId: record.unit.id,
    askedBy: record.asked_by,
    deciders: record.decisions.map((one) => one.accountId),
  };
  const role = pending ? nextRole(step) : undefined;
  return {
    id: record.id,
    number: extensionNumber(record.seq),
    task: { id: record.task.id, number: taskNumber(record.task.seq), title: record.task.title },
    unit: record.unit,
    dueOn: record.due_on,
    requestedOn: record.requested_on,
    provisional: work.calendar.isProvisional(record.requested_on),
    reason: record.reason,
    progress: record.progress,
    evidence: record.evidence,
    state: record.state,
    grantedOn: record.granted_on,
    extendedDays: record.extended_days,
    askedBy: record.asker,
    askedAt: record.asked_at.toISOString(),
    chain: record.chain,
    decisions: record.decisions.map(({ accountId: _, ...one }) => ({
      ...one,
      at: new Date(one.at).toISOString(),
    })),
    next: role ? stepNames[role] : null,
    canDecide: pending && refusalToDecide(work.actor, step) === undefined,
    canWithdraw: pending && record.asked_by === work.actor.accountId,
    version: record.version,
  };
}

/** The number people quote: YQ-0001. */
export function extensionNumber(seq: number): string {
  return `YQ-${String(seq).padStart(4, '0')}`;
}

export async function readExtension(work: Work, id: string): Promise<ExtensionView> {
  const [view] = await readRequests(work, (parameters) => `e.id = ${parameters.add(id)}`);
  if (!view) throw new DomainError('not_found', { detail: '没有这份延期申请，或不属于本单位。' });
  return view;
}

/** What the page of a task shows. @throws DomainError `not_found` when the task is not visible */
export async function readTaskExtensions(work: Work, taskId: string): Promise<TaskExtensions> {
  // Only who leads the task and where it stands is wanted here.
  const task = await readTaskView(work, taskId, noClosingChecks);
  const requests = await readRequests(work, (parameters) => `e.task_id = ${parameters.add(taskId)}`);
  const doors = await readDoors(work, taskId);
  const pauseRequests = await readPauseRequests(work, taskId);
  const leads = work.actor.unitId === task.leadUnit.id;
  const running = runningStates.includes(task.state);
  const open = requests.some((one) => one.state === 'pending');
  const asked = pauseRequests.some((one) => one.state === 'pending');
  const late = task.effectiveDueOn !== null && task.effectiveDueOn < work.today;
  const admitted = doors.some((door) => door.current && door.untilOn >= work.today);
  const whyNot =
    late && !admitted && running
      ? `期限${formatDate(task.effectiveDueOn as CivilDate)}已过，须由政府办先允许逾期申请。`
      : null;
  const reviews = work.actor.role === 'government_office';
  return {
    requests,
    doors: doors.map(({ current: _, ...door }) => door),
    pauseRequests,
    canAsk: leads && running && !open && task.effectiveDueOn !== null && whyNot === null,
    whyNot: leads ? whyNot : null,
    canOpenDoor: reviews && running && late && !admitted,
    canAskPause: leads && running && !asked,
    canDecidePause: reviews && running && asked,
  };
}

/** `current`: of the due date that is in force. */
async function readDoors(work: Work, taskId: string): Promise<(DoorView & { current: boolean })[]> {
  const doors = await work.manager.query<(DoorView & { current: boolean })[]>(
    `SELECT d.until_on AS "untilOn", d.reason, a.name AS "openedBy", d.opened_at AS "openedAt",
       d.due_version = t.due_version AS current
     FROM extension_door d
     JOIN task t ON t.campaign_id = d.campaign_id AND t.id = d.task_id
     JOIN account a ON a.id = d.opened_by
     WHERE d.campaign_id = $1 AND d.task_id = $2 ORDER BY d.opened_at DESC`,
    [work.campaignId, taskId],
  );
  return doors.map((door) => ({ ...door, openedAt: new Date(door.openedAt).toISOString() }));
}

async function readPauseRequests(work: Work, taskId: string): Promise<PauseRequestView[]> {
  const rows = await work.manager.query<PauseRequestView[]>(
    `SELECT r.id, r.reason, r.expected_end_on AS "expectedEndOn", r.state, r.asked_at AS "askedAt", r.ground, r.version,
       (SELECT name FROM account a WHERE a.id = r.asked_by) AS "askedBy",
       (SELECT name FROM account a WHERE a.id = r.decided_by) AS "decidedBy"
     FROM pause_request r WHERE r.campaign_id = $1 AND r.task_id = $2 ORDER BY r.asked_at DESC`,
    [work.campaignId, taskId],
  );
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt).toISOString() }));
}

/** Open requests, and those decided in the last month. */
export async function readExtensionDesk(work: Work): Promise<ExtensionDesk> {
  const since = new Date(work.now.getTime() - recentDays * 86_400_000);
  const views = await readRequests(
    work,
    (parameters) => `e.state = 'pending' OR e.decided_at > ${parameters.add(since)}`,
  );
  const open = views.filter((one) => one.state === 'pending');
  return {
    chain: await readChain(work),
    waiting: open.filter((one) => one.canDecide),
    underWay: open.filter((one) => !one.canDecide),
    decided: views.filter((one) => one.state !== 'pending'),
  };
}

export async function readChain(work: Work): Promise<ExtensionChain> {
  const [row] = await work.manager.query<{ chain: ExtensionChain }[]>(
    `SELECT extension_chain AS chain FROM campaign WHERE id = $1`,
    [work.campaignId],
  );
  if (!row) throw new DomainError('not_found');
  return row.chain;
}
