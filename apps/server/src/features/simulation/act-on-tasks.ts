import { type Behaviour, behaviourOf } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { EntityManager } from 'typeorm';
import { closeTask, noClosingChecks, returnTask, signTask, submitTask } from '../tasks/tasks.module.js';
import { chance, daysWithin } from './chance.js';
import { type Fate, fateOf, submissionDay } from './fate.js';
import { type SimulationStage, workOn } from './simulation-stage.js';

interface OpenTask {
  readonly id: string;
  readonly seq: number;
  readonly unit: string;
  readonly state: 'assigned' | 'signed' | 'in_progress' | 'in_review';
  readonly version: number;
  readonly due: CivilDate;
  readonly assignedOn: CivilDate;
  readonly submittedOn: CivilDate | null;
  readonly submissions: number;
}

/** What the people of the campaign do on one day, each by the fate of the task. */
export class SimulatedPeople {
  private readonly fates = new Map<number, Fate>();

  constructor(
    private readonly stage: SimulationStage,
    private readonly behaviour: Behaviour,
    private readonly seed: number,
  ) {}

  async act(manager: EntityManager, today: CivilDate): Promise<void> {
    for (const task of await readOpenTasks(manager, this.stage.campaignId)) {
      if (task.state === 'in_review') await this.review(manager, task, today);
      else await this.handle(manager, task, today);
    }
  }

  private async handle(manager: EntityManager, task: OpenTask, today: CivilDate): Promise<void> {
    const unit = this.stage.units.get(task.unit);
    if (!unit) return;
    const fate = this.fateOf(task, unit.entry);
    const work = workOn(this.stage, manager, today, '10:00', unit.handler);
    const input = { taskId: task.id, version: task.version };
    if (task.state === 'assigned') {
      if (fate.signsOn !== null && today >= fate.signsOn) await signTask(work, input);
      return;
    }
    if (today >= this.submitsOn(task, fate)) await submitTask(work, input);
  }

  /** What was sent back is submitted again soon; otherwise by the task's fate. */
  private submitsOn(task: OpenTask, fate: Fate): CivilDate {
    const { calendar } = this.stage;
    if (task.submittedOn === null) return submissionDay(fate, calendar, task.due);
    return calendar.addWorkingDays(task.submittedOn, daysToMend);
  }

  private async review(manager: EntityManager, task: OpenTask, today: CivilDate): Promise<void> {
    const { office, stage, seed } = { ...this, office: this.behaviour.office };
    const takes = daysWithin(office.review, chance(seed, task.seq, 'review', task.submissions));
    if (task.submittedOn === null || today < stage.calendar.addWorkingDays(task.submittedOn, takes)) return;
    const work = workOn(stage, manager, today, '15:00', stage.office);
    const input = { taskId: task.id, version: task.version, note: '材料不全，请补充后再报。' };
    const returned = task.submissions === 1 && chance(seed, task.seq, 'returned') < office.returns;
    await (returned
      ? returnTask(work, input)
      : closeTask(work, { ...input, note: '同意销号。' }, noClosingChecks));
  }

  private fateOf(task: OpenTask, unit: string): Fate {
    const known = this.fates.get(task.seq);
    if (known) return known;
    const { calendar } = this.stage;
    const fate = fateOf(behaviourOf(this.behaviour, unit), calendar, this.seed, task.seq, task.assignedOn);
    this.fates.set(task.seq, fate);
    return fate;
  }
}

const daysToMend = 3;

function readOpenTasks(manager: EntityManager, campaignId: string): Promise<OpenTask[]> {
  return manager.query<OpenTask[]>(
    `SELECT t.id, t.seq, t.lead_unit_id AS unit, t.state, t.version, t.due_on AS due,
       (t.assigned_at AT TIME ZONE 'Asia/Shanghai')::date AS "assignedOn",
       (t.submitted_at AT TIME ZONE 'Asia/Shanghai')::date AS "submittedOn", t.submission_no AS submissions
     FROM task t WHERE t.campaign_id = $1 AND t.state IN ('assigned', 'signed', 'in_progress', 'in_review')
       AND t.due_on IS NOT NULL
     ORDER BY t.seq`,
    [campaignId],
  );
}
