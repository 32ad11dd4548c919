import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { addDays, civilDate, type CivilDate, WorkdayCalendar } from '#kernel';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { randomYears } from '../../../../../test/support/random-calendar.js';
import { forecastReminders, planReminders, type ReminderFact } from './plan-reminders.js';
import { offsetCode, recipientKinds, type ReminderRule } from './reminder-rule.js';
import { firesOn, lastDueReached } from './rule-days.js';

const published = loadCalendarYears(join(packDataDirectory(), 'calendar'));
const start = civilDate('2022-01-03');
// With the notices, as if none of them were there, and any days off and worked that nobody has thought of.
const calendar = fc.oneof(fc.constantFrom(new WorkdayCalendar(published), new WorkdayCalendar([])), {
  weight: 3,
  arbitrary: randomYears([2021, 2022, 2023, 2024]).map((years) => new WorkdayCalendar(years)),
});
const day = fc.integer({ min: 0, max: 500 }).map((offset) => addDays(start, offset));
const rule: fc.Arbitrary<ReminderRule> = fc.record({
  name: fc.constant('规则'),
  offsetDays: fc.integer({ min: -20, max: 20 }),
  dayKind: fc.constantFrom('working', 'calendar'),
  recipients: fc.subarray([...recipientKinds], { minLength: 1 }),
  sourceKinds: fc.subarray(['duty', 'project'] as const),
  priorities: fc.subarray(['normal', 'urgent'] as const),
  active: fc.boolean(),
});
const rules = fc.array(rule, { maxLength: 10 });
const facts: fc.Arbitrary<ReminderFact[]> = fc
  .array(
    fc.record({
      effectiveDueOn: day,
      sourceKind: fc.constantFrom('duty', 'project', 'free'),
      priority: fc.constantFrom('normal', 'important', 'urgent'),
      capacities: fc.subarray([...recipientKinds], { minLength: 1 }),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map((one, index) => ({
      ...one,
      taskId: `t${index % 5}`,
      accountId: `p${index}`,
      dueVersion: 1,
      recorded: [],
    })),
  );

/** The scheduler's memory: what each fact has been told, and every line it was told by. */
class Ledger {
  readonly lines: string[] = [];
  private readonly recorded = new Map<ReminderFact, string[]>();

  constructor(private readonly facts: readonly ReminderFact[]) {}

  run(ruleSet: readonly ReminderRule[], by: WorkdayCalendar, today: CivilDate): void {
    if (!by.isWorkingDay(today)) return;
    const now = this.facts.map((fact) => ({ ...fact, recorded: this.recorded.get(fact) ?? [], of: fact }));
    for (const { fact, rule: code, outcome } of planReminders(now, ruleSet, by, today)) {
      this.recorded.set(fact.of, [...(this.recorded.get(fact.of) ?? []), code]);
      this.lines.push(`${today} ${fact.accountId} ${code} ${outcome}`);
    }
  }

  get keys(): string[] {
    return this.lines.map((line) => line.split(' ').slice(1, 3).join(' '));
  }
}

/** What must have been said by a day, found by looking at every rule and fact on its own. */
function expected(
  all: readonly ReminderFact[],
  ruleSet: readonly ReminderRule[],
  by: WorkdayCalendar,
  last: CivilDate,
): Set<string> {
  const keys = new Set<string>();
  for (const fact of all) {
    for (const one of ruleSet) {
      const speaks =
        one.active &&
        (one.sourceKinds.length === 0 || one.sourceKinds.includes(fact.sourceKind)) &&
        (one.priorities.length === 0 || one.priorities.includes(fact.priority)) &&
        one.recipients.some((kind) => fact.capacities.includes(kind));
      if (speaks && firesOn(by, one, fact.effectiveDueOn) <= last) {
        keys.add(`${fact.accountId} ${offsetCode(one)}`);
      }
    }
  }
  return keys;
}

describe('reminders over many days', () => {
  it('T01 T03 R-13 R-37 whatever was down, doubled or set back: every key once, none missing, none outside the window', () => {
    const wakings = fc.array(fc.integer({ min: 0, max: 560 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(facts, rules, calendar, wakings, (all, ruleSet, by, order) => {
        const ledger = new Ledger(all);
        // In any order, with days left out and days come back to: downtime, a second scheduler, a clock that jumps.
        for (const offset of order) ledger.run(ruleSet, by, addDays(start, offset));
        const furthest = order
          .map((offset) => addDays(start, offset))
          .filter((one) => by.isWorkingDay(one))
          .toSorted()
          .at(-1);
        expect(new Set(ledger.keys).size).toBe(ledger.keys.length);
        expect(new Set(ledger.keys)).toEqual(
          furthest === undefined ? new Set() : expected(all, ruleSet, by, furthest),
        );
        for (const line of ledger.lines) expect(by.isWorkingDay(civilDate(line.slice(0, 10)))).toBe(true);
      }),
    );
  });

  it('R-08 R-21 a day says at most one thing of a task to a person, and without downtime nothing is swallowed but by a later rule of the same day', () => {
    fc.assert(
      fc.property(facts, rules, calendar, (all, ruleSet, by) => {
        const ledger = new Ledger(all);
        for (let today = addDays(start, -40), left = 620; left > 0; today = addDays(today, 1), left -= 1) {
          ledger.run(ruleSet, by, today);
        }
        const queued = ledger.lines.filter((line) => line.endsWith('queued'));
        const dayAndPerson = queued.map((line) => line.split(' ').slice(0, 2).join(' '));
        expect(new Set(dayAndPerson).size).toBe(dayAndPerson.length);
        for (const line of ledger.lines.filter((one) => one.endsWith('superseded'))) {
          expect(dayAndPerson).toContain(line.split(' ').slice(0, 2).join(' '));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('R-09 the forecast is what the runs of those days would record', () => {
    fc.assert(
      fc.property(
        facts,
        rules,
        calendar,
        day,
        fc.integer({ min: 0, max: 60 }),
        (all, ruleSet, by, from, days) => {
          const first = by.addWorkingDays(from, 0);
          const last = addDays(first, days);
          const ledger = new Ledger(all);
          for (let today = first; today <= last; today = addDays(today, 1)) ledger.run(ruleSet, by, today);
          const forecast = forecastReminders(all, ruleSet, by, { first, last }).map(
            ({ on, fact, rule: code, outcome }) => `${on} ${fact.accountId} ${code} ${outcome}`,
          );
          expect(forecast.toSorted()).toEqual(ledger.lines.toSorted());
        },
      ),
    );
  });

  it('R-43 the date the database is asked with picks exactly the due days a rule has spoken of', () => {
    fc.assert(
      fc.property(rule, calendar, day, day, (one, by, due, today) => {
        expect(due <= lastDueReached(by, one, today)).toBe(firesOn(by, one, due) <= today);
      }),
      { numRuns: 1000 },
    );
  });

  it('R-31 R-32 the plan of a fixed year has the same bytes in every time zone', () => {
    const samples = fc.sample(fc.tuple(facts, rules), { seed: 20220915, numRuns: 60 });
    const hash = createHash('sha256');
    for (const [all, ruleSet] of samples) {
      const span = { first: start, last: addDays(start, 400) };
      for (const { on, fact, rule: code, outcome } of forecastReminders(
        all,
        ruleSet,
        new WorkdayCalendar(published),
        span,
      )) {
        hash.update(`${on} ${fact.accountId} ${code} ${outcome}\n`);
      }
    }
    expect(hash.digest('hex')).toBe('94df9c79febc29b64d9cf9a8e0eddde0e9d43662da1c5ebefdc2ddd22481b35f');
  });
});
