import type { CivilDate, TaskState } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { transitionNames } from './task-state.js';
import type { TaskChange } from './tasks.dto.js';

/** What happened to a task; the actor, the unit at that time and the due date are kept with it. */
export interface TaskHappening {
  readonly taskId: string;
  readonly action: EventAction;
  readonly fromState: TaskState | null;
  readonly toState: TaskState;
  readonly note?: string | undefined;
  readonly changes?: readonly TaskChange[];
  readonly dueOn: CivilDate | null;
  readonly effectiveDueOn: CivilDate | null;
  readonly dueVersion: number;
}

export const eventNames = {
  ...transitionNames,
  create: '新建',
  edit: '修改',
  calendar_change: '按放假通知重算期限',
  support_sign: '配合单位签收',
  support_report: '配合单位报告进展',
  support_complete: '配合单位完成',
  evidence_added: '上传佐证',
  evidence_removed: '删除佐证草稿',
  extension_asked: '申请延期',
  extension_agreed: '初审同意延期',
  extension_granted: '批准延期',
  extension_refused: '不同意延期',
  extension_withdrawn: '撤回延期申请',
  extension_door: '允许逾期申请延期',
  pause_asked: '申请中止',
  pause_refused: '不同意中止',
  project_told: '建设项目报送',
  data_told: '指标数据到报',
} as const;

export type EventAction = keyof typeof eventNames;

/** Appends to the history of tasks whose rows are locked, in one statement however many there are. */
export async function appendEvents(work: Work, happenings: readonly TaskHappening[]): Promise<void> {
  const steps = new Map<string, number>();
  const step = (taskId: string): number => {
    steps.set(taskId, (steps.get(taskId) ?? 0) + 1);
    return steps.get(taskId) ?? 1;
  };
  const rows = happenings.map((one) => ({
    id: work.newId(),
    task_id: one.taskId,
    action: one.action,
    from_state: one.fromState,
    to_state: one.toState,
    note: one.note?.trim() || null,
    changes: one.changes ?? [],
    due_on: one.dueOn,
    effective_due_on: one.effectiveDueOn,
    due_version: one.dueVersion,
    step: step(one.taskId),
  }));
  await work.manager.query(
    `INSERT INTO task_event (campaign_id, id, task_id, seq, at, action, from_state, to_state,
       actor_id, actor_name, unit_id, unit_name, note, changes, due_on, effective_due_on, due_version)
     SELECT $1, r.id, r.task_id,
       r.step + coalesce((SELECT max(e.seq) FROM task_event e WHERE e.campaign_id = $1 AND e.task_id = r.task_id), 0),
       $2, r.action, r.from_state, r.to_state, $3, $4, $5, $6, r.note, r.changes, r.due_on, r.effective_due_on, r.due_version
     FROM json_to_recordset($7) AS r(id uuid, task_id uuid, action text, from_state text, to_state text, note text,
       changes jsonb, due_on date, effective_due_on date, due_version int, step int)`,
    [
      work.campaignId,
      work.now,
      work.actor.accountId,
      work.actor.name,
      work.actor.unitId,
      work.actor.unitName,
      JSON.stringify(rows),
    ],
  );
}
