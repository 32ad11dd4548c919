import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lessMoney, sumMoney } from './money.js';
import { type CountedProject, noMoney, type RollUp, rollUp, rollUpLevels } from './roll-up.js';
import { moneyKinds, moneySources, type ProjectStage, projectStages } from './project-words.js';

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const amount = fc.integer({ min: 0, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2));
const money = fc.record(
  Object.fromEntries(
    moneyKinds.map((kind) => [
      kind,
      fc
        .array(fc.tuple(fc.constantFrom(...moneySources), amount), { maxLength: 3 })
        .map((pairs) => Object.fromEntries(pairs)),
    ]),
  ),
) as fc.Arbitrary<CountedProject['money']>;

/** Levels come one after the other, as the standing of a project gives them. */
const project: fc.Arbitrary<CountedProject> = fc
  .record({
    stages: fc.subarray([...projectStages], { minLength: 1 }),
    cancelled: fc.boolean(),
    unreported: fc.boolean(),
    level: fc.integer({ min: 0, max: 3 }),
    primary: maybe(fc.integer({ min: 1, max: 3000 })),
    junior: maybe(fc.integer({ min: 1, max: 3000 })),
    money,
  })
  .map(({ level, primary, junior, ...rest }) => ({
    ...rest,
    started: level > 0,
    completed: level > 1,
    accepted: level > 2,
    places: {
      primary: rest.stages.includes('primary') ? primary : null,
      junior: rest.stages.includes('junior') ? junior : null,
    },
  }));

const known = (figure: number | string | null): string => String(figure ?? 0);
/** Everything that may be added, by its name. */
const figures = ({ projects, cancelled, unreported, levels, money: sums }: RollUp) => ({
  ...{ projects: `${projects}`, cancelled: `${cancelled}`, unreported: `${unreported}` },
  ...Object.fromEntries(
    rollUpLevels.flatMap((level) => {
      const { schools, sections, places, placesUnknown, investment, investmentUnknown } = levels[level];
      const all = { schools, sections, ...places, placesUnknown, investment, investmentUnknown };
      return Object.entries(all).map(([name, value]) => [`${level} ${name}`, known(value)]);
    }),
  ),
  ...Object.fromEntries(
    moneyKinds.flatMap((kind) => [
      [kind, known(sums[kind].total)],
      [`${kind} unknown`, `${sums[kind].unknown}`],
      ...moneySources.map((source) => [`${kind} ${source}`, known(sums[kind].bySource[source] ?? 0)]),
    ]),
  ),
});

describe('the sums of projects', () => {
  it('of any division of the projects give the sums of all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(project, fc.integer({ min: 2020, max: 2023 })), { maxLength: 40 }),
        (all) => {
          const parts = [2020, 2021, 2022, 2023].map((year) =>
            figures(rollUp(all.filter(([, of]) => of === year).map(([one]) => one))),
          );
          const whole: Record<string, string> = figures(rollUp(all.map(([one]) => one)));
          for (const [name, value] of Object.entries(whole)) {
            expect([name, sumMoney(parts.map((part: Record<string, string>) => part[name] ?? '0'))]).toEqual([
              name,
              value,
            ]);
          }
        },
      ),
    );
  });

  it('of the stages give the places of all, each school once in each of its stages', () => {
    fc.assert(
      fc.property(fc.array(project, { maxLength: 30 }), (all) => {
        const whole = rollUp(all);
        const stages = projectStages.map((stage) => rollUp(all, stage));
        for (const level of rollUpLevels) {
          const sums = stages.map(({ levels }) => levels[level].places.total ?? 0);
          expect(sums.reduce((a, b) => a + b, 0)).toBe(whole.levels[level].places.total ?? 0);
          const sections = stages.map(({ levels }) => levels[level].sections);
          expect(sections.reduce((a, b) => a + b, 0)).toBe(whole.levels[level].sections);
        }
      }),
    );
  });

  it('never grow from level to level, and are unknown only where nothing is known', () => {
    fc.assert(
      fc.property(fc.array(project, { maxLength: 30 }), (all) => {
        const { levels } = rollUp(all);
        const schools = rollUpLevels.map((level) => levels[level].schools);
        expect(schools.toSorted((a, b) => b - a)).toEqual(schools);
        for (const level of rollUpLevels) {
          const { places, placesUnknown, schools: count } = levels[level];
          if (places.total === null) expect([placesUnknown, count > 0]).toEqual([count, true]);
          if (placesUnknown === 0) expect(places.total).not.toBeNull();
        }
      }),
    );
  });

  it('keep unknown apart from none', () => {
    const base = { cancelled: false, unreported: true, started: true, completed: false, accepted: false };
    const unknown: CountedProject = {
      ...base,
      stages: ['primary'],
      places: { primary: null, junior: null },
      money: noMoney,
    };
    const { levels, money: sums } = rollUp([unknown]);
    expect(levels.planned.places).toEqual({ primary: null, junior: 0, total: null });
    expect([levels.planned.placesUnknown, levels.planned.investment, sums.paid]).toEqual([
      1,
      null,
      { total: null, bySource: {}, unknown: 1 },
    ]);
    expect(levels.accepted.places).toEqual({ primary: 0, junior: 0, total: 0 });
    const stages: ProjectStage[] = ['primary', 'junior'];
    const half = rollUp([{ ...unknown, stages, places: { primary: 900, junior: null } }]).levels.planned;
    expect([half.places, half.placesUnknown, half.sections]).toEqual([
      { primary: 900, junior: null, total: 900 },
      1,
      2,
    ]);
  });

  it('of money are exact', () => {
    expect(sumMoney(['20745.87', '62063.51', '16200', '17760'])).toBe('116769.38');
    expect([lessMoney('0.1', '0.3'), lessMoney('5', '5'), sumMoney([])]).toEqual(['-0.2', '0', '0']);
  });
});
