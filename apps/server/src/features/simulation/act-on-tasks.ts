import { type Behaviour, behaviourOf } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { EntityManager } from 'typeorm';
import { askExtension } from '../extensions/extensions.module.js';
import { closeTask, noClosingChecks, returnTask, signTask, submitTask } from '../tasks/tasks.module.js';
import { chance, daysWithin } from './chance.js';
import { type Fate, fateOf, requestDay, submissionDay } from './fate.js';
import { type OpenTask, readOpenTasks } from './open-tasks.queries.js';
import { type SimulatedUnit, type SimulationStage, workOn } from './simulation-stage.js';

const daysToMend = 3;

/** What the people of the campaign do on one day, each by the fate of the task. */
export class SimulatedPeople {
  private readonly fates = new Map<number, Fate>();

  constructor(
    private readonly stage: SimulationStage,
    private readonly behaviour: Behaviour,
    private readonly seed: number,
  ) {}

  async act(manager: EntityManager, today: CivilDate): Promise<void> {
    const reader = workOn(this.stage, manager, today, '10:00', this.stage.office);
    for (const task of await readOpenTasks(reader)) {
      if (task.state === 'in_review') await this.review(manager, task, today);
      else await this.handle(manager, task, today);
    }
  }

  private async handle(manager: EntityManager, task: OpenTask, today: CivilDate): Promise<void> {
    const unit = this.stage.units.get(task.unit);
    if (!unit) return;
    const fate = this.fateOf(task, unit);
    const work = workOn(this.stage, manager, today, '10:00', unit.handler);
    const input = { taskId: task.id, version: task.version };
    if (task.state === 'assigned') {
      if (this.signsBy(task, fate, unit, today)) await signTask(work, input);
    } else if (this.asksToday(task, fate, today)) {
      const requestedOn = this.stage.calendar.addWorkingDays(task.due, fate.asksFor);
      await askExtension(work, task.id, {
        requestedOn,
        reason: '前置手续尚未办结。',
        progress: '已完成过半。',
      });
    } else if (today >= this.submitsOn(task, fate)) await submitTask(work, input);
  }

  /** A silent unit signs only when the ladder has risen high enough. */
  private signsBy(task: OpenTask, fate: Fate, unit: SimulatedUnit, today: CivilDate): boolean {
    if (fate.signsOn !== null) return today >= fate.signsOn;
    return task.rung >= behaviourOf(this.behaviour, unit.entry).stirredAt;
  }

  private asksToday(task: OpenTask, fate: Fate, today: CivilDate): boolean {
    const { calendar } = this.stage;
    return (
      fate.conduct === 'asks_extension' &&
      task.requests === 0 &&
      today >= requestDay(calendar, task.due) &&
      today <= task.due
    );
  }

  /** Who asked for more time waits for the answer; what was sent back is mended soon; otherwise by the task's fate. */
  private submitsOn(task: OpenTask, fate: Fate): CivilDate {
    const { calendar } = this.stage;
    if (task.submittedOn !== null) return calendar.addWorkingDays(task.submittedOn, daysToMend);
    const early = fate.conduct === 'asks_extension' && task.requests === 0;
    return early ? calendar.addWorkingDays(task.due, 1) : submissionDay(fate, calendar, task.due);
  }

  private async review(manager: EntityManager, task: OpenTask, today: CivilDate): Promise<void> {
    const { stage, seed } = this;
    const { review, returns } = this.behaviour.office;
    const takes = daysWithin(review, chance(seed, task.seq, 'review', task.submissions));
    if (task.submittedOn === null || today < stage.calendar.addWorkingDays(task.submittedOn, takes)) return;
    const work = workOn(stage, manager, today, '15:00', stage.office);
    const input = { taskId: task.id, version: task.version, note: '材料不全，请补充后再报。' };
    const returned = task.submissions === 1 && chance(seed, task.seq, 'returned') < returns;
    await (returned
      ? returnTask(work, input)
      : closeTask(work, { ...input, note: '同意销号。' }, noClosingChecks));
  }

  private fateOf(task: OpenTask, unit: SimulatedUnit): Fate {
    const known = this.fates.get(task.seq);
    if (known) return known;
    const { calendar } = this.stage;
    const own = behaviourOf(this.behaviour, unit.entry);
    const fate = fateOf(own, calendar, this.seed, task.seq, task.assignedOn);
    this.fates.set(task.seq, fate);
    return fate;
  }
}
