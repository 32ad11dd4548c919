import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadBehaviour, loadCalendarYears, packDataDirectory, usualBehaviourFile } from '#campaign-pack';
import { civilDate, WorkdayCalendar } from '#kernel';
import { chance, daysWithin } from './chance.js';
import { type Conduct, fateOf, requestDay, submissionDay } from './fate.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const { usual } = loadBehaviour(usualBehaviourFile());
const assigned = civilDate('2022-09-01');
const due = civilDate('2022-09-30');

describe('luck in a simulation', () => {
  it('is the same for the same seed, whatever was asked before', () => {
    expect(chance(7, 12, 'conduct')).toBe(chance(7, 12, 'conduct'));
    expect(chance(7, 12, 'conduct')).not.toBe(chance(8, 12, 'conduct'));
    expect(chance(7, 12, 'conduct')).not.toBe(chance(7, 12, 'signing'));
  });

  it('reaches both ends of a range and nothing beyond', () => {
    const drawn = Array.from({ length: 2000 }, (_, task) => daysWithin({ from: 1, to: 15 }, chance(1, task)));
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([1, 15]);
  });

  it('deals conduct by the shares', () => {
    const counts: Record<Conduct, number> = { on_time: 0, late: 0, silent: 0, asks_extension: 0 };
    for (let task = 0; task < 10_000; task += 1)
      counts[fateOf(usual, calendar, 42, task, assigned).conduct] += 1;
    expect(counts.on_time / 10_000).toBeCloseTo(0.7, 1);
    expect(counts.late / 10_000).toBeCloseTo(0.18, 1);
    expect(counts.silent / 10_000).toBeCloseTo(0.04, 1);
    expect(counts.asks_extension / 10_000).toBeCloseTo(0.08, 1);
  });

  it('lets the punctual submit by the due day and the late after it, on working days', () => {
    for (let task = 0; task < 500; task += 1) {
      const fate = fateOf(usual, calendar, 42, task, assigned);
      const day = submissionDay(fate, calendar, due);
      expect(calendar.isWorkingDay(day)).toBe(true);
      if (fate.conduct === 'late' || fate.conduct === 'silent') expect(day > due).toBe(true);
      else expect(day <= due).toBe(true);
      expect(fate.signsOn === null).toBe(fate.conduct === 'silent');
    }
  });

  it('asks for more time two working days before the due day', () => {
    expect(requestDay(calendar, civilDate('2022-10-10'))).toBe('2022-10-08');
  });
});
