import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { WorkdayCalendar } from '#kernel';
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

  it('has 114 turns on a working day', () => {
    const midnight = at('2022-09-15 00:00:00');
    const turns = Array.from({ length: 24 * 60 }, (_, minute) =>
      planningSlotAt(calendar, midnight + minute * 60_000),
    );
    expect(new Set(turns.filter((turn) => turn !== undefined)).size).toBe(114);
  });
});
