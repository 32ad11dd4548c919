import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { civilDateAt, minutesOfDayAt, WorkdayCalendar } from '#kernel';
import fc from 'fast-check';
import { nextPlanningDay, planningSlotAt, reportSlotAt } from './slots.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const at = (beijing: string): number => Date.parse(`${beijing.replace(' ', 'T')}+08:00`);

describe('slots', () => {
  it.each([
    ['2022-09-15 08:29:59', undefined, undefined],
    ['2022-09-15 08:30:00', '2022-09-15T08:30', '2022-09-15'],
    ['2022-09-15 08:34:59', '2022-09-15T08:30', '2022-09-15'],
    ['2022-09-15 09:07:00', '2022-09-15T09:05', '2022-09-15'],
    ['2022-09-15 17:59:59', '2022-09-15T17:55', '2022-09-15'],
    ['2022-09-15 18:00:00', undefined, undefined],
    ['2022-09-17 10:00:00', undefined, undefined],
    ['2022-10-03 10:00:00', undefined, undefined],
    ['2022-10-08 10:00:00', '2022-10-08T10:00', '2022-10-08'],
  ])('R-05 %s is turn %s of the reminders and %s of the report', (now, planning, report) => {
    expect(planningSlotAt(calendar, at(now))).toBe(planning);
    expect(reportSlotAt(calendar, at(now))).toBe(report);
  });

  it.each([
    ['2022-09-15 07:00:00', '2022-09-15'],
    ['2022-09-15 17:59:59', '2022-09-15'],
    ['2022-09-15 18:00:00', '2022-09-16'],
    ['2022-09-16 18:00:00', '2022-09-19'],
    ['2022-09-30 18:00:00', '2022-10-08'],
  ])('R-05 what is due at %s is held to %s', (now, next) => {
    expect(nextPlanningDay(calendar, at(now))).toBe(next);
  });

  it('R-05 R-31 whatever the instant: no turn outside working days from 8:30 to 18:00 in Beijing, none missing inside', () => {
    const instant = fc.integer({ min: at('2022-01-01 00:00:00'), max: at('2024-12-31 23:59:59') });
    fc.assert(
      fc.property(instant, (now) => {
        const day = civilDateAt(now);
        const minutes = minutesOfDayAt(now);
        const open = calendar.isWorkingDay(day) && minutes >= 8 * 60 + 30 && minutes < 18 * 60;
        const slot = planningSlotAt(calendar, now);
        expect(slot !== undefined).toBe(open);
        if (slot === undefined) return;
        const begins = at(`${slot.replace('T', ' ')}:00`);
        expect(now - begins).toBeGreaterThanOrEqual(0);
        expect(now - begins).toBeLessThan(5 * 60_000);
      }),
      { numRuns: 500 },
    );
  });

  it('has 114 turns on a working day', () => {
    const midnight = at('2022-09-15 00:00:00');
    const turns = Array.from({ length: 24 * 60 }, (_, minute) =>
      planningSlotAt(calendar, midnight + minute * 60_000),
    );
    expect(new Set(turns.filter((turn) => turn !== undefined)).size).toBe(114);
  });
});
