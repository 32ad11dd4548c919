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
  unitId: 'u',
  unitName: '财政局',
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

  it('R-44 a supporting unit climbs by the days of receipt, and the ground names it and its own day', () => {
    const rungs = [
      rung('提醒', -3, { late: { due: -3, receipt: 0 } }),
      rung('催办', 1, { late: { receipt: 1 } }),
    ];
    const over: Ladder = { ...ladder, rungs, start: { normal: 1, important: 1, urgent: 1 } };
    const part = fact({ clock: 'support_receipt', dueOn: day('2022-09-28') });
    expect(names([part], '2022-09-27', over)).toEqual([]);
    expect(plan([part], day('2022-09-28'), over)[0]?.ground).toBe(
      '配合签收期限（财政局）2022年9月28日，还有 0 个工作日；规则：距期限不超过 0 个工作日提醒',
    );
    expect(names([{ ...part, highest: 1 }], '2022-09-29', over)).toEqual(['催办 raised']);
    expect(names([{ ...part, highest: 2 }], '2022-12-30', over)).toEqual([]);
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

  const anyClock = fc.record({
    clock: fc.constantFrom('due' as const, 'receipt' as const, 'support_receipt' as const),
    unitId: fc.constantFrom('牵头', '甲', '乙', '丙'),
    lateBy: fc.integer({ min: -5, max: 20 }),
  });

  it('R-13 R-44 every clock of a task climbs alone: what one unit has reached changes nothing for the others', () => {
    fc.assert(
      fc.property(
        anyLadder,
        fc.uniqueArray(anyClock, { selector: ({ clock, unitId }) => `${clock} ${unitId}`, maxLength: 6 }),
        anyDays,
        anyPriority,
        (plain, drawn, days, priority) => {
          const rungs = plain.rungs.map((one) => ({
            ...one,
            late: { due: one.late.due, receipt: one.late.due },
          }));
          const over = { ...plain, rungs } as Ladder;
          const clocks = drawn.map(({ clock, unitId, lateBy }) =>
            fact({ clock, unitId, unitName: unitId, priority, dueOn: addDays(day('2022-09-20'), -lateBy) }),
          );
          const together = story(clocks, over, days);
          expect(new Set(together).size).toBe(together.length);
          const alone = clocks.flatMap((clock) => story([clock], over, days));
          expect(together.toSorted()).toEqual(alone.toSorted());
        },
      ),
    );
  });
});

/** Every rung that facts come to over some days, each with its day. */
function story(facts: readonly ClockFact[], over: Ladder, days: readonly number[]): string[] {
  let present = facts;
  let today = day('2022-09-20');
  return days.flatMap((pause) => {
    today = addDays(today, pause);
    const planned = plan(present, today, over);
    present = present.map((one) => {
      const own = planned.filter(({ fact: of }) => of === one);
      const raised = own.some(({ outcome }) => outcome === 'raised');
      return {
        ...one,
        highest: own.at(-1)?.position ?? one.highest,
        raisedOn: raised ? today : one.raisedOn,
      };
    });
    return planned.map(({ fact: { clock, unitId }, position }) => `${clock} ${unitId} ${position}`);
  });
}

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
