import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { addDays, civilDate, type CivilDate, DomainError, type TaskState, WorkdayCalendar } from '#kernel';
import type { Work } from '../../apps/server/src/database/unit-of-work.js';
import type { TransitionInput } from '../../apps/server/src/features/tasks/change-state.js';
import { reopenTask } from '../../apps/server/src/features/tasks/reopen-task.js';
import { resumeTask } from '../../apps/server/src/features/tasks/resume-task.js';
import {
  assignTask,
  cancelTask,
  closeTask,
  noClosingChecks,
  createTasks,
  reportProgress,
  returnTask,
  signTask,
  submitTask,
  suspendTask,
} from '../../apps/server/src/features/tasks/tasks.module.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const operations = {
  assign: assignTask,
  sign: signTask,
  report: reportProgress,
  submit: submitTask,
  return: returnTask,
  close: (work: Work, input: TransitionInput) => closeTask(work, input, noClosingChecks),
  suspend: suspendTask,
  resume: resumeTask,
  cancel: cancelTask,
  reopen: reopenTask,
} as const;
type Action = keyof typeof operations;

const start = civilDate('2022-08-29');
const due = civilDate('2022-12-30');
let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create(start);
});
afterAll(() => scene.close());

/** A task as the rules of the plan would have it, told without the program's own table, clock or policy. */
class Model {
  state: TaskState = 'draft';
  version = 1;
  events = 1;
  submissions = 0;
  pausedDays = 0;
  pausedOn: CivilDate | null = null;
  today = start;
  private before: TaskState = 'draft';
  private submitter: Who | undefined;

  /** @param handlers who stands for the lead unit */
  constructor(
    private readonly handlers: readonly Who[],
    private readonly evidence: boolean,
  ) {}

  /** The code of the refusal, or undefined when the step is taken. */
  step(who: Who, action: Action, note: string | undefined, stale: boolean): string | undefined {
    const office = who === 'office' || who === 'director';
    const handles = this.handlers.includes(who);
    const forOffice = ['assign', 'return', 'close', 'suspend', 'resume', 'cancel', 'reopen'].includes(action);
    if (!office && (this.state === 'draft' || !handles)) return 'not_found';
    if (forOffice ? !office : !handles) return 'forbidden';
    if (stale) return 'stale_version';
    const to = this.target(action);
    if (!to) return 'wrong_state';
    if (['report', 'return', 'suspend', 'cancel', 'reopen'].includes(action) && !note?.trim())
      return 'note_required';
    if ((action === 'return' || action === 'close') && who === this.submitter) return 'same_person';
    if (action === 'submit' && this.evidence) return 'evidence_missing';
    this.take(who, action, to);
    return undefined;
  }

  private target(action: Action): TaskState | undefined {
    const running = ['assigned', 'signed', 'in_progress'].includes(this.state);
    const working = this.state === 'signed' || this.state === 'in_progress';
    const targets: Record<Action, TaskState | false> = {
      assign: this.state === 'draft' && 'assigned',
      sign: this.state === 'assigned' && 'signed',
      report: working && 'in_progress',
      submit: working && 'in_review',
      return: this.state === 'in_review' && 'in_progress',
      close: this.state === 'in_review' && 'closed',
      suspend: running && 'suspended',
      resume: this.state === 'suspended' && this.before,
      cancel: (running || this.state === 'draft' || this.state === 'suspended') && 'cancelled',
      reopen: this.state === 'closed' && 'in_progress',
    };
    return targets[action] || undefined;
  }

  private take(who: Who, action: Action, to: TaskState): void {
    if (action === 'submit') this.submissions += 1;
    if (action === 'submit') this.submitter = who;
    if (action === 'submit' || action === 'suspend') this.pausedOn = this.today;
    if (['return', 'resume', 'reopen'].includes(action) && this.pausedOn) {
      for (let day = this.pausedOn; day < this.today; day = addDays(day, 1))
        if (calendar.isWorkingDay(addDays(day, 1))) this.pausedDays += 1;
      this.pausedOn = null;
    }
    this.before = this.state;
    this.state = to;
    this.version += 1;
    this.events += 1;
  }

  effectiveDue(): CivilDate {
    let day = due;
    for (let left = this.pausedDays; left > 0; left -= calendar.isWorkingDay(day) ? 1 : 0)
      day = addDays(day, 1);
    return day;
  }
}

async function outcome(who: Who, action: Action, input: TransitionInput): Promise<string | undefined> {
  try {
    await scene.work(who, (work: Work) => operations[action](work, input));
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const command = fc.record({
  who: fc.constantFrom<Who>('office', 'director', 'finance', 'financeHead', 'education'),
  action: fc.constantFrom(...(Object.keys(operations) as Action[])),
  note: fc.option(fc.constantFrom('理由', '  '), { nil: undefined, freq: 6 }),
  stale: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  days: fc.nat({ max: 4 }),
});
// Steps that lead somewhere, so that sequences get further than their first refusals.
const likely = fc.constantFrom(
  { who: 'office', action: 'assign' },
  { who: 'finance', action: 'sign' },
  { who: 'director', action: 'sign' },
  { who: 'finance', action: 'report' },
  { who: 'financeHead', action: 'submit' },
  { who: 'director', action: 'submit' },
  { who: 'office', action: 'return' },
  { who: 'office', action: 'close' },
  { who: 'director', action: 'reopen' },
  { who: 'office', action: 'suspend' },
  { who: 'office', action: 'resume' },
) as fc.Arbitrary<{ who: Who; action: Action }>;
const step = fc
  .tuple(command, fc.option(likely, { freq: 4 }))
  .map(([any, one]) => (one ? { ...any, ...one, note: '理由' } : any));

describe('T15 any sequence of steps by anybody', () => {
  test('is answered as the rules say, and leaves the task as the rules say', async () => {
    const run = fc.asyncProperty(
      fc.constantFrom('finance', 'office'),
      fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
      fc.array(step, { minLength: 5, maxLength: 40 }),
      async (lead, evidence, steps) => {
        scene.clock.set(start);
        const [taskId = ''] = await scene.work('office', (work) =>
          createTasks(work, {
            requestId: v7(),
            assign: false,
            items: [
              {
                source: { kind: 'free' },
                title: '任务',
                leadUnitId: scene.id(`unit ${lead}`),
                dueOn: due,
                requiredEvidence: evidence ? ['photo'] : [],
              },
            ],
          }),
        );
        const model = new Model(lead === 'finance' ? ['finance', 'financeHead'] : ['director'], evidence);
        for (const { who, action, note, days, stale } of steps) {
          model.today = addDays(model.today, model.today < civilDate('2022-11-30') ? days : 0);
          scene.clock.set(model.today);
          const version = stale ? model.version + 1 : model.version;
          const expected = model.step(who, action, note, stale);
          expect([action, who, await outcome(who, action, { taskId, version, note })]).toEqual([
            action,
            who,
            expected,
          ]);
        }
        const [row] = await scene.query(
          `SELECT state, version, submission_no AS submissions, paused_days AS "pausedDays", paused_on AS "pausedOn",
             effective_due_on AS "effectiveDue", (SELECT count(*)::int FROM task_event e WHERE e.task_id = t.id) AS events,
             (SELECT bool_and(e.from_state IS NOT DISTINCT FROM e.expected) FROM (
               SELECT from_state, lag(to_state) OVER (ORDER BY seq) AS expected FROM task_event x WHERE x.task_id = t.id) e) AS chained
           FROM task t WHERE id = $1`,
          [taskId],
        );
        const { state, version, submissions, pausedDays, pausedOn, events } = model;
        const paused = { pausedDays, pausedOn: state === 'closed' || pausedOn ? pausedOn : null };
        expect(row).toEqual({
          state,
          version,
          submissions,
          ...paused,
          effectiveDue: model.effectiveDue(),
          events,
          chained: true,
        });
      },
    );
    await fc.assert(run, { numRuns: 120, seed: 15 });
  });

  test('afterwards the units add up to the county', async () => {
    const [sums] = await scene.query<{ tasks: number }>(
      `SELECT count(*)::int AS tasks FROM task WHERE state NOT IN ('draft', 'cancelled')`,
    );
    scene.clock.set('2022-12-01');
    const { totals, rows } = await scene.get<{
      totals: { total: number };
      rows: { lead: { total: number } }[];
    }>('office', 'overview');
    expect(totals.total).toBe(sums?.tasks);
    expect(rows.reduce((sum, row) => sum + row.lead.total, 0)).toBe(sums?.tasks);
  });
});
