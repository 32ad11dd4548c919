import { type CivilDate, DomainError, type DueRule, formatDate, formatDateShort, ruleText } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { withdrawTaskMessages } from '../notifications/notifications.module.js';
import { effectiveDueOn } from './due-clock.js';
import { type CountedEdit, refuseDueRule, withDueCounted } from './due-rule.js';
import type { TaskEdit } from './edit-task.dto.js';
import { type Plan, readPlan } from './plan.queries.js';
import { change } from './task-changes.js';
import { appendEvents } from './task-events.js';
import { TaskSupportEntity } from './task-support.entity.js';
import { mayEdit } from './task.policy.js';
import { taskStateNames } from './task-state.js';
import { priorityNames } from './task-words.js';
import {
  conflict,
  evidenceNames,
  lockTask,
  type LockedTask,
  requireVersion,
  updateTask,
} from './tasks.repository.js';
import type { TaskChange } from './tasks.dto.js';

/**
 * Changes a task's content. A draft may change in everything; an assigned one only in due date, description and
 * priority, and the office writes down why. A new due date takes back what waits to be sent of the old one.
 * @throws DomainError `forbidden`, `wrong_state`, `stale_version`, `note_required`, `rule_refused`
 */
export async function editTask(work: Work, taskId: string, asked: TaskEdit): Promise<void> {
  const task = await lockTask(work, taskId);
  if (work.actor.role !== 'government_office') throw new DomainError('forbidden');
  await requireVersion(work, task, asked.version);
  const edit = withDueCounted(work, task, asked);
  if (!mayEdit(work.actor, task)) {
    throw await conflict(work, task, 'wrong_state', `任务现在是“${taskStateNames[task.state]}”，不能修改。`);
  }
  const plan = await readPlan(work, []);
  refuseFaults(work, plan, task, edit);
  const changes = changesOf(plan, task, edit);
  if (changes.length === 0) return;
  const { dueRule, ...due } = dueOf(work, task, edit);
  await updateTask(work, task, {
    ...(edit.title === undefined ? {} : { title: edit.title.trim() }),
    ...(edit.description === undefined ? {} : { description: edit.description.trim() }),
    ...(edit.leadUnitId === undefined ? {} : { leadUnitId: edit.leadUnitId }),
    ...(edit.clauseId === undefined ? {} : { clauseId: edit.clauseId }),
    ...(edit.requiredEvidence === undefined ? {} : { requiredEvidence: edit.requiredEvidence }),
    ...(edit.priority === undefined ? {} : { priority: edit.priority }),
    ...due,
    dueRule,
    ...(due.dueVersion === task.dueVersion ? {} : { pausedDays: 0 }),
  });
  if (edit.supportingUnitIds) await replaceSupports(work, task, edit.supportingUnitIds);
  await appendEvents(work, [
    { taskId, action: 'edit', fromState: task.state, toState: task.state, note: edit.note, changes, ...due },
  ]);
  if (due.dueVersion !== task.dueVersion) {
    await withdrawTaskMessages(
      work,
      taskId,
      due.dueOn ? `期限已改为${formatDate(due.dueOn)}` : '期限已改为待定',
    );
  }
}

const draftOnly = ['title', 'leadUnitId', 'supportingUnitIds', 'clauseId', 'requiredEvidence'] as const;

function refuseFaults(work: Work, plan: Plan, task: LockedTask, edit: CountedEdit): void {
  const lead = edit.leadUnitId ?? task.leadUnitId;
  const supporting = edit.supportingUnitIds ?? task.supports.map((part) => part.unitId);
  const errors = [
    ...(task.state === 'draft' ? [] : draftOnly.filter((field) => edit[field] !== undefined)).map(
      (field) => ({
        pointer: `/${field}`,
        message: '交办以后不能改；如需改动，请撤销后重新交办',
      }),
    ),
    ...(plan.units.has(lead) ? [] : [{ pointer: '/leadUnitId', message: '没有这个成员单位' }]),
    ...(supporting.every((id) => plan.units.has(id))
      ? []
      : [{ pointer: '/supportingUnitIds', message: '配合单位中有不存在的单位' }]),
    ...(supporting.includes(lead)
      ? [{ pointer: '/supportingUnitIds', message: '牵头单位不能同时配合' }]
      : []),
    ...(edit.clauseId && !plan.clauses.has(edit.clauseId)
      ? [{ pointer: '/clauseId', message: '没有这个条款' }]
      : []),
    ...refuseDueRule(edit.dueRule),
    ...(edit.dueOn && edit.dueOn < work.today ? [{ pointer: '/dueOn', message: '期限早于今天' }] : []),
  ];
  if (errors.length > 0)
    throw new DomainError('rule_refused', { detail: `有 ${errors.length} 处不能修改。`, errors });
  if (task.state !== 'draft' && !edit.note?.trim()) {
    const message = '交办后的修改须写明理由';
    throw new DomainError('note_required', {
      detail: `${message}。`,
      errors: [{ pointer: '/note', message }],
    });
  }
}

function changesOf(plan: Plan, task: LockedTask, edit: CountedEdit): TaskChange[] {
  const unitName = (id: string): string => plan.units.get(id)?.name ?? id;
  const clauseName = (id: string | null): string | null => (id ? (plan.clauses.get(id)?.number ?? id) : null);
  const ruleName = (rule: DueRule | null | undefined): string | null => (rule ? ruleText(rule) : null);
  const date = (value: CivilDate | null): string => (value ? formatDateShort(value) : '待定');
  const names = (ids: readonly string[]): string => ids.map(unitName).sort().join('、');
  const candidates = [
    edit.title === undefined ? [] : [change('title', task.title, edit.title.trim())],
    edit.description === undefined ? [] : [change('description', task.description, edit.description.trim())],
    edit.leadUnitId === undefined
      ? []
      : [change('leadUnit', unitName(task.leadUnitId), unitName(edit.leadUnitId))],
    edit.supportingUnitIds === undefined
      ? []
      : [
          change(
            'supportingUnits',
            names(task.supports.map((part) => part.unitId)),
            names(edit.supportingUnitIds),
          ),
        ],
    edit.dueOn === undefined ? [] : [change('dueOn', date(task.dueOn), date(edit.dueOn))],
    edit.dueOn === undefined && edit.dueRule === undefined
      ? []
      : [change('dueRule', ruleName(task.dueRule), ruleName(edit.dueRule))],
    edit.clauseId === undefined
      ? []
      : [change('clause', clauseName(task.clauseId), clauseName(edit.clauseId))],
    edit.requiredEvidence === undefined
      ? []
      : [
          change(
            'requiredEvidence',
            evidenceNames(task.requiredEvidence),
            evidenceNames(edit.requiredEvidence),
          ),
        ],
    edit.priority === undefined
      ? []
      : [change('priority', priorityNames[task.priority], priorityNames[edit.priority])],
  ];
  return candidates.flat().filter((one) => one.before !== one.after);
}

/**
 * A new due date is a new version of it, for which reminders start afresh. It holds as it was set: days spent in
 * review before were known to whoever set it.
 */
function dueOf(work: Work, task: LockedTask, edit: CountedEdit) {
  const moved = edit.dueOn !== undefined && edit.dueOn !== task.dueOn;
  const dueOn = moved ? (edit.dueOn ?? null) : task.dueOn;
  return {
    dueOn,
    dueRule: edit.dueOn === undefined ? task.dueRule : (edit.dueRule ?? null),
    effectiveDueOn: effectiveDueOn(work.calendar, dueOn, moved ? 0 : task.pausedDays),
    dueVersion: moved ? task.dueVersion + 1 : task.dueVersion,
  };
}

async function replaceSupports(work: Work, task: LockedTask, unitIds: readonly string[]): Promise<void> {
  await work.manager.delete(TaskSupportEntity, { campaignId: work.campaignId, taskId: task.id });
  if (unitIds.length === 0) return;
  await work.manager.insert(
    TaskSupportEntity,
    unitIds.map((unitId) => ({ campaignId: work.campaignId, taskId: task.id, unitId, state: 'assigned' })),
  );
}
