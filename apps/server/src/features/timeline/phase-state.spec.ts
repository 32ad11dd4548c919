import { describe, expect, test } from '@jest/globals';
import { civilDate, WorkdayCalendar } from '#kernel';
import { gateState, phaseState, workingDaysToEnd } from './phase-state.js';

const second = { startsOn: civilDate('2022-01-01'), endsOn: civilDate('2023-08-31') };
const undetermined = { startsOn: null, endsOn: null };

describe('a phase', () => {
  test.each([
    ['2021-12-31', 'ahead'],
    ['2022-01-01', 'now'],
    ['2023-08-31', 'now'],
    ['2023-09-01', 'past'],
  ])('on %s is %s', (day, state) => {
    expect(phaseState(second, civilDate(day))).toBe(state);
  });

  test('待定 stays undetermined on any day and has no days to its end', () => {
    for (const day of ['2000-01-01', '2099-12-31'].map(civilDate)) {
      expect(phaseState(undetermined, day)).toBe('undetermined');
      expect(workingDaysToEnd(new WorkdayCalendar([]), undetermined, day)).toBeNull();
    }
  });

  test('without an end it stays open', () => {
    expect(phaseState({ ...second, endsOn: null }, civilDate('2099-01-01'))).toBe('now');
  });
});

describe('its gate', () => {
  test('is late from the day after the end, until somebody passes it', () => {
    expect(gateState(second, null, civilDate('2023-08-31'))).toBe('open');
    expect(gateState(second, null, civilDate('2023-09-01'))).toBe('late');
    expect(gateState(second, 0, civilDate('2023-09-01'))).toBe('passed');
    expect(gateState(second, 2, civilDate('2023-09-01'))).toBe('passed_lacking');
  });

  test('of 待定 is never late', () => {
    expect(gateState(undetermined, null, civilDate('2099-12-31'))).toBe('open');
  });
});
