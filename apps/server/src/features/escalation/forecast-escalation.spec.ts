import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Ladder, loadCalendarYears, packDataDirectory, type Rung } from '#campaign-pack';
import { addDays, type CivilDate, civilDate, WorkdayCalendar } from '#kernel';
import fc from 'fast-check';
import { forecastEscalation } from './forecast-escalation.js';
import { type ClockFact, planEscalation } from './plan-escalation.js';

const published = loadCalendarYears(join(packDataDirectory(), 'calendar'));
// With the notices, and as if none of them were there.
const calendar = fc.constantFrom(new WorkdayCalendar(published), new WorkdayCalendar([]));
const start = civilDate('2022-09-01');
const day = fc.integer({ min: -40, max: 90 }).map((offset) => addDays(start, offset));
const priority = fc.constantFrom('normal' as const, 'important' as const, 'urgent' as const);

const ladder: fc.Arbitrary<Ladder> = fc
  .array(
    fc.record({
      due: fc.integer({ min: 0, max: 6 }),
      receipt: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
      empty: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .chain((steps) => {
    let [due, receipt] = [-4, -1];
    const rungs = steps.map((step, index): Rung => {
      due += step.due;
      receipt += step.receipt ?? 0;
      return {
        name: `第${index + 1}级`,
        colour: 'red',
        late: step.receipt === undefined ? { due } : { due, receipt },
        audience: step.empty ? [] : ['handler'],
        issues: 'message',
        replyWorkingDays: 2,
      };
    });
    const from = fc.integer({ min: 1, max: rungs.length });
    return fc
      .record({ normal: from, important: from, urgent: from })
      .map((starts) => ({ name: '任意', rungs, start: starts }));
  });

const facts: fc.Arbitrary<ClockFact[]> = fc
  .array(
    fc.record({
      clock: fc.constantFrom(
        'due' as const,
        'receipt' as const,
        'support_receipt' as const,
        'verification' as const,
      ),
      dueOn: day,
      priority,
      highest: fc.integer({ min: 0, max: 3 }),
      raisedOn: fc.option(day),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map((one, index) => ({
      ...one,
      taskId: `t${index}`,
      unitId: 'u',
      unitName: '财政局',
      dueVersion: 1,
    })),
  );

const told = (_: ClockFact, { audience }: Rung): boolean => audience.length > 0;
const line = (on: CivilDate, fact: ClockFact, rung: number, outcome: string, ground: string): string =>
  [on, fact.taskId, rung, outcome, ground].join(' ');

describe('forecastEscalation', () => {
  it('R-09 is what the turns of those days would record, though it looks only at the days that matter', () => {
    fc.assert(
      fc.property(
        facts,
        ladder,
        calendar,
        day,
        fc.integer({ min: 0, max: 60 }),
        (all, over, by, from, days) => {
          const first = by.addWorkingDays(from, 0);
          const last = addDays(first, days);
          const walked: string[] = [];
          let present = all;
          for (let today = first; today <= last; today = by.addWorkingDays(today, 1)) {
            const planned = planEscalation(present, over, by, today, told);
            walked.push(
              ...planned.map((one) => line(today, one.fact, one.position, one.outcome, one.ground)),
            );
            present = present.map((fact) => {
              const own = planned.filter((one) => one.fact === fact);
              const raised = own.some((one) => one.outcome === 'raised');
              return {
                ...fact,
                highest: Math.max(fact.highest, ...own.map((one) => one.position)),
                raisedOn: raised ? today : fact.raisedOn,
              };
            });
          }
          const forecast = forecastEscalation(all, over, by, { first, last }, told);
          expect(
            forecast.map(({ on, fact, position, outcome, ground }) =>
              line(on, fact, position, outcome, ground),
            ),
          ).toEqual(expect.arrayContaining(walked));
          expect(forecast).toHaveLength(walked.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
