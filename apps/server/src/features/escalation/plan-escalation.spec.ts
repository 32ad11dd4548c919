import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Ladder, loadCalendarYears, packDataDirectory, type Rung } from '#campaign-pack';
import { addDays, type CivilDate, civilDate, WorkdayCalendar } from '#kernel';
import fc from 'fast-check';
import { type ClockFact, planEscalation } from './plan-escalation.js';
import { previewEscalation } from './preview-escalation.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const day = civilDate;

const rung = (name: string, due: number, more: Partial<Rung> = {}): Rung => ({
  name,
  colour: 'red',
  late: { due },
  audience: ['handler'],
  issues: 'message',
  replyWorkingDays: null,
  ...more,
});
const ladder: Ladder = {
  name: '阶梯',
  rungs: [rung('提醒', -3), rung('催办', 1), rung('督办', 5), rung('通报', 10)],
  start: { normal: 1, important: 2, urgent: 3 },
};
const fact = (more: Partial<ClockFact> = {}): ClockFact => ({
  taskId: 't',
  clock: 'due',
  dueOn: day('2022-09-30'),
  dueVersion: 1,
  priority: 'normal',
  highest: 0,
  raisedOn: null,
  ...more,
});
const told = (_: ClockFact, { audience }: Rung): boolean => audience.length > 0;
const plan = (facts: readonly ClockFact[], today: CivilDate, over: Ladder = ladder) =>
  planEscalation(facts, over, calendar, today, told);
const names = (facts: readonly ClockFact[], today: string, over?: Ladder): string[] =>
  plan(facts, day(today), over).map((one) => `${one.rung.name} ${one.outcome}`);

describe('planEscalation', () => {
  // Due on Friday 2022-09-30, before 国庆 (10-01…10-07); the weekend 10-08, 10-09 is worked.
  it.each([
    ['2022-09-26', 0, []],
    ['2022-09-27', 0, ['提醒 raised']],
    ['2022-10-07', 1, []],
    ['2022-10-08', 1, ['催办 raised']],
    ['2022-10-11', 2, []],
    ['2022-10-12', 2, ['督办 raised']],
    ['2022-10-19', 3, ['通报 raised']],
    ['2022-12-30', 4, []],
  ])('R-49 on %s with %i rungs behind it: %j', (today, highest, expected) => {
    expect(names([fact({ highest })], today)).toEqual(expected);
  });

  it('R-49 says the rule, the days and the date', () => {
    expect(plan([fact({ highest: 1 })], day('2022-10-09'))[0]).toMatchObject({
      daysLate: 2,
      ground: '办理期限2022年9月30日，已逾期 2 个工作日；规则：逾期满 1 个工作日催办',
    });
  });

  it('R-49 a task of higher priority starts higher, as early as others come to the first rung', () => {
    expect(names([fact({ priority: 'urgent' })], '2022-09-27')).toEqual(['督办 raised']);
    expect(names([fact({ priority: 'important' })], '2022-09-27')).toEqual(['催办 raised']);
    expect(names([fact({ priority: 'urgent', highest: 3 })], '2022-10-12')).toEqual([]);
    expect(names([fact({ priority: 'urgent', highest: 3 })], '2022-10-19')).toEqual(['通报 raised']);
  });

  it('R-46 skips an empty rung at once', () => {
    const rungs = ladder.rungs.map((one) => (one.name === '催办' ? { ...one, audience: [] } : one));
    expect(names([fact({ highest: 1 })], '2022-10-12', { ...ladder, rungs })).toEqual([
      '催办 skipped_empty',
      '督办 raised',
    ]);
    expect(names([fact({ highest: 1 })], '2022-10-08', { ...ladder, rungs })).toEqual(['催办 skipped_empty']);
  });

  const anyLadder = fc
    .array(fc.record({ step: fc.integer({ min: 0, max: 4 }), empty: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    .chain((steps) => {
      let due = -3;
      const rungs = steps.map(({ step, empty }, index) => {
        due += step;
        return rung(`第${index + 1}级`, due, { audience: empty ? [] : ['handler'] });
      });
      const start = fc.integer({ min: 1, max: rungs.length });
      return fc
        .record({ normal: start, important: start, urgent: start })
        .map((starts): Ladder => ({ name: '任意', rungs, start: starts }));
    });
  const anyDays = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 25 });
  const anyPriority = fc.constantFrom('normal' as const, 'important' as const, 'urgent' as const);

  it('R-13 R-51 T05 climbs in order, at most one raised rung a run and a day, never one twice, never below the start', () => {
    fc.assert(
      fc.property(anyLadder, anyDays, anyPriority, (over, days, priority) => {
        let present = fact({ priority });
        let today = day('2022-09-20');
        const seen: number[] = [];
        for (const pause of days) {
          today = addDays(today, pause);
          const planned = plan([present], today, over);
          const raised = planned.filter((one) => one.outcome === 'raised');
          expect(raised.length).toBeLessThanOrEqual(1);
          for (const one of planned) {
            expect(one.position).toBeGreaterThan(seen.at(-1) ?? 0);
            expect(one.position).toBeGreaterThanOrEqual(over.start[priority]);
            expect(one.outcome === 'raised').toBe(one.rung.audience.length > 0);
            seen.push(one.position);
          }
          present = {
            ...present,
            highest: seen.at(-1) ?? 0,
            raisedOn: raised.length > 0 ? today : present.raisedOn,
          };
          expect(
            plan([present], today, over).filter((one) => one.outcome === 'raised' && raised.length > 0),
          ).toEqual([]);
        }
      }),
    );
  });
});

describe('previewEscalation', () => {
  it('runs the planner day after day on its own results', () => {
    const facts = [fact(), fact({ taskId: 'u', dueOn: day('2022-10-20') })];
    const days = previewEscalation(facts, ladder, calendar, day('2022-10-12'), 3, (one) => [one.taskId]);
    expect(days).toEqual([
      { date: '2022-10-12', rungs: [{ rung: 1, name: '提醒', count: 1 }], people: 1 },
      { date: '2022-10-13', rungs: [{ rung: 2, name: '催办', count: 1 }], people: 1 },
      { date: '2022-10-14', rungs: [{ rung: 3, name: '督办', count: 1 }], people: 1 },
    ]);
  });

  // The unit tests run in UTC, Asia/Shanghai and America/New_York: one hash for all three.
  it('R-31 R-32 plans a fixed year with the same bytes in every time zone', () => {
    const facts = Array.from({ length: 60 }, (_, index) =>
      fact({ taskId: `t${index}`, dueOn: addDays(day('2022-01-05'), index * 6) }),
    );
    const days = previewEscalation(facts, ladder, calendar, day('2022-01-04'), 250, (one) => [one.taskId]);
    const hash = createHash('sha256').update(JSON.stringify(days)).digest('hex');
    expect(hash).toBe('e2c3c0b658e76ffd19499723a893a39ae724bdd7b1086920113d1c0f9c8e69c9');
  });
});
