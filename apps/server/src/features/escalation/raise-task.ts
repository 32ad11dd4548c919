import { DomainError, formatDateShort } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { lockVisibleTask, runningStates } from '../tasks/tasks.module.js';
import { readPeople } from './escalation-facts.queries.js';
import { insertEscalations, type NewEscalation } from './escalation.repository.js';
import { readActiveLadder } from './ladder.queries.js';
import { resolveAudience } from './resolve-audience.js';

export interface RaiseInput {
  readonly taskId: string;
  readonly rung: number;
  readonly reason: string;
}

/**
 * A person raises a task on the ladder, with a reason. Never down: a rung is left only by completion or a new due
 * date. Those concerned are told by the next digest: within minutes while the sending window is open.
 * @throws DomainError `not_found`, `wrong_state`, `note_required`, `rule_refused`
 */
export async function raiseTask(work: Work, input: RaiseInput): Promise<void> {
  const visible = await lockVisibleTask(work, input.taskId);
  if (!runningStates.includes(visible.state)) {
    throw new DomainError('wrong_state', { detail: '只有正在办理的任务才能升级。' });
  }
  const reason = input.reason.trim();
  if (!reason) {
    const message = '请写明升级的理由';
    throw new DomainError('note_required', {
      detail: `${message}。`,
      errors: [{ pointer: '/reason', message }],
    });
  }
  const version = await readActiveLadder(work);
  if (!version) throw refused('督办阶梯还没有启用，请先在“督办阶梯”页启用。');
  const rung = version.ladder.rungs[input.rung - 1];
  if (!rung) throw refused(`督办阶梯没有第 ${input.rung} 级。`);
  const task = await readTask(work, input.taskId);
  if (input.rung <= task.highest) {
    throw refused('只能升到更高的级别；级别不能下调，办结或批准延期后才重新计算。');
  }
  const people = resolveAudience(await readPeople(work, version.leaderIds), rung, task.unitId, 'due');
  if (people.length === 0) throw refused(`“${rung.name}”没有可通知的人，请先补齐人员或选别的级别。`);
  const ground = `由${work.actor.name}于${formatDateShort(work.today)}升为${rung.name}`;
  const escalation: NewEscalation = {
    id: work.newId(),
    task,
    position: input.rung,
    rung,
    outcome: 'raised',
    ground,
    daysLate: null,
    replyBy:
      rung.replyWorkingDays === null ? null : work.calendar.addWorkingDays(work.today, rung.replyWorkingDays),
    people,
    reason,
  };
  await insertEscalations(work, version, null, [escalation]);
}

function refused(message: string): DomainError {
  return new DomainError('rule_refused', { detail: message, errors: [{ pointer: '/rung', message }] });
}

type RaisedTask = NewEscalation['task'] & { readonly highest: number };

async function readTask(work: Work, taskId: string): Promise<RaisedTask> {
  const [row] = await work.manager.query<RaisedTask[]>(
    `SELECT t.id AS "taskId", t.seq, t.title, t.lead_unit_id AS "unitId", 'due' AS clock, t.due_version AS "dueVersion",
       coalesce((SELECT max(e.rung) FROM escalation e WHERE e.campaign_id = t.campaign_id AND e.task_id = t.id
         AND e.due_version = t.due_version AND e.clock IN ('due', 'receipt') AND e.rehearsal = $3), 0) AS highest
     FROM task t WHERE t.campaign_id = $1 AND t.id = $2`,
    [work.campaignId, taskId, work.exercise],
  );
  if (!row) throw new DomainError('not_found');
  return row;
}
