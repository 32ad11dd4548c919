import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { addDays, civilDate, type CivilDate, WorkdayCalendar } from '#kernel';
import fc from 'fast-check';
import { planReminders, type ReminderFact } from './plan-reminders.js';
import { defaultReminderRules as rules, offsetCode, type ReminderRule } from './reminder-rule.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const fact = (due: string, recorded: string[] = []): ReminderFact => ({
  taskId: 'task',
  accountId: 'person',
  effectiveDueOn: civilDate(due),
  dueVersion: 1,
  sourceKind: 'duty',
  priority: 'normal',
  capacities: ['handler'],
  recorded,
});

function sentOn(due: string, today: string, recorded: string[] = []): string | undefined {
  const planned = planReminders([fact(due, recorded)], rules, calendar, civilDate(today));
  return planned.find((one) => one.outcome === 'queued')?.rule;
}

/** Goes through the days as the scheduler does: working days only, remembering what was recorded. */
function walk(due: string, from: string, days: number): [CivilDate, string][] {
  const recorded: string[] = [];
  const sent: [CivilDate, string][] = [];
  for (let day = civilDate(from), left = days; left > 0; day = addDays(day, 1), left -= 1) {
    if (!calendar.isWorkingDay(day)) continue;
    for (const one of planReminders([fact(due, recorded)], rules, calendar, day)) {
      recorded.push(one.rule);
      if (one.outcome === 'queued') sent.push([day, one.rule]);
    }
  }
  return sent;
}

describe('planReminders', () => {
  it('R-01 speaks at the default offsets, counted in working days', () => {
    expect(walk('2022-09-22', '2022-09-01', 40)).toEqual([
      ['2022-09-13', 'before-7'],
      ['2022-09-19', 'before-3'],
      ['2022-09-21', 'before-1'],
      ['2022-09-22', 'before-0'],
      ['2022-09-23', 'overdue-1'],
    ]);
  });

  it('passes over 国庆 and counts the make-up days around it', () => {
    // 2022: off 10-01…10-07, worked on Saturday 10-08 and Sunday 10-09.
    expect(walk('2022-10-11', '2022-09-15', 40)).toEqual([
      ['2022-09-27', 'before-7'],
      ['2022-10-08', 'before-3'],
      ['2022-10-10', 'before-1'],
      ['2022-10-11', 'before-0'],
      ['2022-10-12', 'overdue-1'],
    ]);
  });

  it('counts the Saturdays and Sundays worked for 春节', () => {
    // 2022: off 01-31…02-06, worked on Saturday 01-29 and Sunday 01-30.
    expect(walk('2022-02-08', '2022-01-10', 40)).toEqual([
      ['2022-01-25', 'before-7'],
      ['2022-01-29', 'before-3'],
      ['2022-02-07', 'before-1'],
      ['2022-02-08', 'before-0'],
      ['2022-02-09', 'overdue-1'],
    ]);
  });

  it('reminds of a due day that is not worked on the last working day before it', () => {
    // Sunday 2022-09-25.
    expect(walk('2022-09-25', '2022-09-20', 10)).toEqual([
      ['2022-09-20', 'before-3'],
      ['2022-09-22', 'before-1'],
      ['2022-09-23', 'before-0'],
      ['2022-09-26', 'overdue-1'],
    ]);
  });

  it.each([
    [
      'R-37 after three days down, what was missed comes once',
      '2022-09-22',
      '2022-09-21',
      ['before-7'],
      'before-1',
    ],
    ['R-08 only the most severe rule is sent', '2022-09-14', '2022-09-22', [], 'overdue-1'],
    ['a milder rule never follows a more severe one', '2022-09-22', '2022-09-22', ['before-0'], undefined],
    ['a task assigned late starts with what holds now', '2022-09-23', '2022-09-21', [], 'before-3'],
    ['nothing is said too early', '2022-09-30', '2022-09-20', [], undefined],
    [
      'on the Saturday after the due day nobody is late by a working day',
      '2022-09-23',
      '2022-09-24',
      ['before-7', 'before-3', 'before-1', 'before-0'],
      undefined,
    ],
  ])('%s', (_, due, today, recorded, expected) => {
    expect(sentOn(due, today, recorded)).toBe(expected);
  });

  it('R-08 records the milder rules that were passed by as superseded', () => {
    const planned = planReminders([fact('2022-09-14')], rules, calendar, civilDate('2022-09-15'));
    expect(planned.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['before-7', 'superseded'],
      ['before-3', 'superseded'],
      ['before-1', 'superseded'],
      ['before-0', 'superseded'],
      ['overdue-1', 'queued'],
    ]);
  });

  const day = fc.integer({ min: 0, max: 1800 }).map((offset) => addDays(civilDate('2021-01-01'), offset));
  const codes = fc.subarray(rules.map(offsetCode));

  it('R-13 plans nothing more on its own result, whatever was recorded before', () => {
    fc.assert(
      fc.property(day, day, codes, (due, today, recorded) => {
        const first = planReminders([fact(due, recorded)], rules, calendar, today);
        const after = [...recorded, ...first.map((one) => one.rule)];
        expect(planReminders([fact(due, after)], rules, calendar, today)).toEqual([]);
      }),
    );
  });

  it('R-08 R-37 sends at most one, the most severe that is reached, and records all that are reached', () => {
    fc.assert(
      fc.property(day, day, codes, (due, today, recorded) => {
        const planned = planReminders([fact(due, recorded)], rules, calendar, today);
        const sent = planned.filter((one) => one.outcome === 'queued');
        expect(sent.length).toBeLessThanOrEqual(1);
        const everything = planReminders([fact(due)], rules, calendar, today);
        expect(sent[0]?.rule ?? null).toBe(
          planned.length > 0 && !recorded.includes(everything.at(-1)?.rule ?? '')
            ? everything.at(-1)?.rule
            : null,
        );
        expect(new Set([...recorded, ...planned.map((one) => one.rule)])).toEqual(
          new Set([...recorded, ...everything.map((one) => one.rule)]),
        );
      }),
    );
  });

  const speaking = (change: Partial<ReminderRule>): ReminderRule => ({
    name: '规则',
    offsetDays: -2,
    dayKind: 'working',
    recipients: ['handler'],
    sourceKinds: [],
    priorities: [],
    active: true,
    ...change,
  });
  const planWith = (rule: ReminderRule): number =>
    planReminders([fact('2022-09-15')], [rule], calendar, civilDate('2022-09-15')).length;

  it.each([
    ['to whom', speaking({ recipients: ['supporting', 'government_office'] })],
    ['of what kind', speaking({ sourceKinds: ['project'] })],
    ['how urgent', speaking({ priorities: ['urgent'] })],
    ['active', speaking({ active: false })],
  ])('R-02 a rule speaks only where it says: %s', (_, rule) => {
    expect(planWith(speaking({}))).toBe(1);
    expect(planWith(rule)).toBe(0);
  });

  it('R-02 R-21 two offsets of one task on different days both go out, working and calendar days apart', () => {
    const two = [speaking({ offsetDays: -1 }), speaking({ offsetDays: -1, dayKind: 'calendar' })];
    // Due on Monday 2022-09-26: one working day before is Friday, one calendar day before is held to Monday.
    const on = (today: string, recorded: string[]) =>
      planReminders([fact('2022-09-26', recorded)], two, calendar, civilDate(today)).map((one) => [
        one.rule,
        one.outcome,
      ]);
    expect(on('2022-09-23', [])).toEqual([['before-1', 'queued']]);
    expect(on('2022-09-26', ['before-1'])).toEqual([['calendar-before-1', 'queued']]);
  });

  it('R-15 two rules at one offset that reach one person through two parts make one reminder', () => {
    const twice = [speaking({ name: '甲' }), speaking({ name: '乙', recipients: ['supporting'] })];
    const both: ReminderFact = { ...fact('2022-09-15'), capacities: ['handler', 'supporting'] };
    expect(
      planReminders([both], twice, calendar, civilDate('2022-09-15')).map((one) => one.ruleName),
    ).toEqual(['甲']);
  });

  it('R-43 plans 33 units × 200 tasks × 10 rules well under five seconds', () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({
      ...speaking({ offsetDays: index * 3 - 20 }),
    }));
    const many = Array.from({ length: 33 * 200 }, (_, index) =>
      fact(addDays(civilDate('2022-06-01'), index % 200)),
    );
    const startedAt = performance.now();
    expect(planReminders(many, ten, calendar, civilDate('2022-09-15')).length).toBeGreaterThan(10_000);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});
