import { createHash } from 'node:crypto';
import { type CivilDate, DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { BatchItem } from './create-tasks.dto.js';
import { dueAtAssignment } from './due-rule.js';
import { type ResolvedItem, resolveBatch } from './resolve-batch.js';
import { appendEvents, type TaskHappening } from './task-events.js';
import { TaskSupportEntity } from './task-support.entity.js';
import { TaskEntity } from './task.entity.js';

export interface CreateTasksInput {
  /** The request's own id: repeating it returns the tasks that are already there. */
  readonly requestId: string;
  readonly assign: boolean;
  readonly items: readonly BatchItem[];
  /** The request is one form and no list: faults point to `/title` and not to `/items/0/title`. */
  readonly single?: boolean;
  /** Recurring work that was missed keeps the due date it had. */
  readonly pastAllowed?: boolean;
  /** Marks what the example campaign shows. */
  readonly example?: boolean;
}

/**
 * Makes the tasks of one request, all or none, in a fixed number of statements.
 * @returns ids in the order of the items
 * @throws DomainError `rule_refused` with every fault of every row; `request_reused` when the id came with other content
 */
export async function createTasks(work: Work, input: CreateTasksInput): Promise<string[]> {
  const earlier = await claimRequest(work, input.requestId, [input.assign, input.items]);
  return earlier ?? createTasksOfRequest(work, input);
}

/**
 * Makes the tasks of a request that {@link claimRequest} found to be new.
 * @throws DomainError `rule_refused` with every fault of every row
 */
export async function createTasksOfRequest(work: Work, input: CreateTasksInput): Promise<string[]> {
  const place = input.single ? () => '' : undefined;
  const items = await resolveBatch(work, input.items, place, input.pastAllowed);
  const problems = items.flatMap((item) => item.problems);
  if (problems.length > 0) {
    throw new DomainError('rule_refused', {
      detail: `有 ${problems.length} 处不能交办，请改正。`,
      errors: problems,
    });
  }
  const { firstSeq, receiptWorkingDays } = await takeNumbers(work, items.length);
  const receiptDueOn = input.assign ? work.calendar.addWorkingDays(work.today, receiptWorkingDays) : null;
  const tasks = items.map((item) => ({
    ...newTask(work, input, item, firstSeq + item.index),
    receiptDueOn,
  }));
  await work.manager.insert(TaskEntity, tasks);
  await work.fault('mid-batch');
  await insertSupports(work, items, tasks, receiptDueOn);
  await appendEvents(
    work,
    tasks.flatMap((task) => happeningsOf(task, input.assign)),
  );
  return tasks.map((task) => task.id);
}

/**
 * Takes the id of a request for this transaction.
 * @param content what was asked for: the same id must always come with the same
 * @returns the tasks of an earlier request with this id, or undefined when it is new
 * @throws DomainError `request_reused`
 */
export async function claimRequest(
  work: Work,
  requestId: string,
  content: unknown,
): Promise<string[] | undefined> {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const claimed = await work.manager.query<unknown[]>(
    `INSERT INTO task_batch (campaign_id, id, digest, created_by, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING id`,
    [work.campaignId, requestId, digest, work.actor.accountId, work.now],
  );
  if (claimed.length > 0) return undefined;
  const tasks = await work.manager.query<{ id: string }[]>(
    `SELECT t.id FROM task_batch b JOIN task t ON t.campaign_id = b.campaign_id AND t.batch_id = b.id
     WHERE b.campaign_id = $1 AND b.id = $2 AND b.digest = $3 ORDER BY t.batch_index`,
    [work.campaignId, requestId, digest],
  );
  if (tasks.length === 0) throw new DomainError('request_reused');
  return tasks.map((task) => task.id);
}

async function takeNumbers(
  work: Work,
  count: number,
): Promise<{ readonly firstSeq: number; readonly receiptWorkingDays: number }> {
  const [[row]] = await work.manager.query<[{ last: number; receipt: number }[]]>(
    `UPDATE campaign SET last_task_seq = last_task_seq + $2 WHERE id = $1
     RETURNING last_task_seq AS last, receipt_working_days AS receipt`,
    [work.campaignId, count],
  );
  if (!row) throw new DomainError('not_found');
  return { firstSeq: row.last - count + 1, receiptWorkingDays: row.receipt };
}

type NewTaskRow = ReturnType<typeof newTask>;

function newTask(work: Work, input: CreateTasksInput, item: ResolvedItem, seq: number) {
  if (!item.leadUnit) throw new Error('a resolved item without problems has a lead unit');
  const due = input.assign ? dueAtAssignment(work, item) : item;
  return {
    campaignId: work.campaignId,
    id: work.newId(),
    seq,
    batchId: input.requestId,
    batchIndex: item.index,
    title: item.title,
    description: item.description,
    sourceKind: item.source.kind,
    sourceId: item.source.id,
    clauseId: item.clause?.id ?? null,
    leadUnitId: item.leadUnit.id,
    state: input.assign ? ('assigned' as const) : ('draft' as const),
    priority: item.priority,
    requiredEvidence: [...item.requiredEvidence],
    dueOn: due.dueOn,
    originalDueOn: input.assign ? due.dueOn : null,
    effectiveDueOn: due.dueOn,
    dueRule: due.dueRule,
    dueVersion: 1,
    assignedAt: input.assign ? work.now : null,
    createdBy: work.actor.accountId,
    createdAt: work.now,
    updatedAt: work.now,
    example: input.example ?? false,
  };
}

async function insertSupports(
  work: Work,
  items: readonly ResolvedItem[],
  tasks: readonly NewTaskRow[],
  receiptDueOn: CivilDate | null,
): Promise<void> {
  const rows = items.flatMap((item, index) =>
    item.supportingUnits.map((unit) => ({
      campaignId: work.campaignId,
      taskId: tasks[index]?.id ?? '',
      unitId: unit.id,
      state: 'assigned',
      receiptDueOn,
    })),
  );
  if (rows.length > 0) await work.manager.insert(TaskSupportEntity, rows);
}

function happeningsOf(task: NewTaskRow, assign: boolean): TaskHappening[] {
  const due = { dueOn: task.dueOn, effectiveDueOn: task.effectiveDueOn, dueVersion: task.dueVersion };
  const created: TaskHappening = {
    taskId: task.id,
    action: 'create',
    fromState: null,
    toState: 'draft',
    ...due,
  };
  return assign
    ? [created, { taskId: task.id, action: 'assign', fromState: 'draft', toState: 'assigned', ...due }]
    : [created];
}
