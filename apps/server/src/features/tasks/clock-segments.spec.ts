import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { civilDate, instantAt, type TaskState, WorkdayCalendar } from '#kernel';
import { clockSegments } from './clock-segments.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const steps = (...told: readonly (readonly [string, TaskState])[]) =>
  told.map(([moment, toState]) => {
    const [date = '', time = '09:00'] = moment.split(' ');
    return { at: new Date(instantAt(civilDate(date), time)), toState };
  });
const segments = (today: string, ...told: readonly (readonly [string, TaskState])[]): string[] =>
  clockSegments(calendar, steps(...told), civilDate(today)).map(
    ({ kind, from, to, workingDays, countsAgainstUnit }) =>
      `${kind} ${from}…${to ?? ''} ${workingDays}${countsAgainstUnit ? '' : ' not counted'}`,
  );

describe('clockSegments', () => {
  test('nothing has begun before the task is assigned', () => {
    expect(segments('2022-09-15', ['2022-09-01', 'draft'])).toEqual([]);
    expect(segments('2022-09-15', ['2022-09-01', 'draft'], ['2022-09-02', 'cancelled'])).toEqual([]);
  });

  test('receipt, work, review, work again, review, closed: review never counts against the unit', () => {
    const told = segments(
      '2022-10-20',
      ['2022-09-01', 'draft'],
      ['2022-09-01 10:00', 'assigned'],
      ['2022-09-02', 'signed'],
      ['2022-09-05', 'in_progress'],
      ['2022-09-08', 'in_review'],
      ['2022-09-14', 'in_progress'],
      ['2022-09-15', 'in_review'],
      ['2022-09-16', 'closed'],
    );
    expect(told).toEqual([
      'receipt 2022-09-01…2022-09-02 1',
      'work 2022-09-02…2022-09-08 4',
      'review 2022-09-08…2022-09-14 3 not counted',
      'work 2022-09-14…2022-09-15 1',
      'review 2022-09-15…2022-09-16 1 not counted',
    ]);
  });

  test('the last stretch lasts until today', () => {
    expect(segments('2022-09-15', ['2022-09-08', 'assigned'])).toEqual(['receipt 2022-09-08… 4']);
    expect(segments('2022-09-08', ['2022-09-08', 'assigned'])).toEqual(['receipt 2022-09-08… 0']);
  });

  test('reports, edits and files do not cut a stretch in two', () => {
    const told = segments(
      '2022-09-07',
      ['2022-09-01', 'signed'],
      ['2022-09-02', 'in_progress'],
      ['2022-09-05', 'in_progress'],
    );
    expect(told).toEqual(['work 2022-09-01… 4']);
  });

  test('suspended before receipt: the receipt goes on afterwards', () => {
    const told = segments(
      '2022-09-09',
      ['2022-09-01', 'assigned'],
      ['2022-09-02', 'suspended'],
      ['2022-09-07', 'assigned'],
    );
    expect(told).toEqual([
      'receipt 2022-09-01…2022-09-02 1',
      'suspended 2022-09-02…2022-09-07 3 not counted',
      'receipt 2022-09-07… 2',
    ]);
  });

  test('reopened: the closed time belongs to nobody', () => {
    const told = segments(
      '2022-09-09',
      ['2022-09-01', 'in_review'],
      ['2022-09-02', 'closed'],
      ['2022-09-07', 'in_progress'],
    );
    expect(told).toEqual(['review 2022-09-01…2022-09-02 1 not counted', 'work 2022-09-07… 2']);
  });

  test('the day is Asia/Shanghai’s: 00:30 belongs to the new day', () => {
    expect(segments('2022-09-02', ['2022-09-01 23:59', 'assigned'])).toEqual(['receipt 2022-09-01… 1']);
    expect(segments('2022-09-02', ['2022-09-02 00:00', 'assigned'])).toEqual(['receipt 2022-09-02… 0']);
  });
});
