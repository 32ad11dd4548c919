import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { civilDate, type TaskState, WorkdayCalendar } from '#kernel';
import { receiptLatenessAt, receiptsAfterPause, supportReceiptOf } from './support-receipt.js';
import type { SupportState } from './task-state.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const day = civilDate;

// Due on Thursday 2022-09-08; 中秋节 is 09-10 to 09-12.
describe('the receipt of a supporting unit', () => {
  const left = (
    today: string,
    task: { state?: TaskState; pausedOn?: string } = {},
    part: { state?: SupportState; receiptLatenessDays?: number | null } = {},
  ): [string, number | null] => {
    const { receipt, receiptDaysLeft } = supportReceiptOf(
      calendar,
      { state: task.state ?? 'in_progress', pausedOn: task.pausedOn ? day(task.pausedOn) : null },
      { state: 'assigned', receiptDueOn: day('2022-09-08'), receiptLatenessDays: null, ...part },
      day(today),
    );
    return [receipt, receiptDaysLeft];
  };

  it.each([
    ['2022-09-06', 'to_sign', 2],
    ['2022-09-08', 'to_sign', 0],
    ['2022-09-09', 'late', -1],
    ['2022-09-12', 'late', -1],
    ['2022-09-14', 'late', -3],
  ])('R-44 on %s is %s with %i working days left, negative when late', (today, receipt, days) => {
    expect(left(today)).toEqual([receipt, days]);
  });

  it('R-44 stands still in a suspension and a review, and ends with the task', () => {
    expect(left('2022-09-30', { state: 'suspended', pausedOn: '2022-09-07' })).toEqual(['to_sign', 1]);
    expect(left('2022-09-30', { state: 'in_review', pausedOn: '2022-09-09' })).toEqual(['late', -1]);
    expect(left('2022-09-30', { state: 'closed', pausedOn: '2022-09-09' })).toEqual(['never', null]);
    expect(left('2022-09-30', { state: 'cancelled' })).toEqual(['never', null]);
  });

  it('R-44 is frozen at signing, and unknown for a part that was signed without a clock', () => {
    expect(receiptLatenessAt(calendar, day('2022-09-08'), day('2022-09-13'))).toBe(2);
    expect(receiptLatenessAt(calendar, day('2022-09-08'), day('2022-09-06'))).toBe(-2);
    expect(receiptLatenessAt(calendar, null, day('2022-09-06'))).toBeNull();
    expect(left('2022-12-30', {}, { state: 'completed', receiptLatenessDays: 2 })).toEqual([
      'signed_late',
      -2,
    ]);
    expect(left('2022-12-30', {}, { state: 'signed', receiptLatenessDays: -2 })).toEqual(['in_time', 2]);
    expect(left('2022-12-30', {}, { state: 'signed', receiptLatenessDays: null })).toEqual(['signed', null]);
  });

  it('R-51 moves by the working days of a pause, as long as it is not signed', () => {
    const part = (unitId: string, state: SupportState, receiptDueOn: string | null) => ({
      unitId,
      state,
      receiptDueOn: receiptDueOn === null ? null : day(receiptDueOn),
    });
    const parts = [
      part('a', 'assigned', '2022-09-08'),
      part('b', 'signed', '2022-09-08'),
      part('c', 'assigned', null),
    ];
    expect(receiptsAfterPause(calendar, parts, day('2022-09-07'), day('2022-09-13'))).toEqual([
      { unitId: 'a', dueOn: '2022-09-14' },
    ]);
    expect(receiptsAfterPause(calendar, parts, day('2022-09-07'), day('2022-09-07'))).toEqual([]);
  });
});
