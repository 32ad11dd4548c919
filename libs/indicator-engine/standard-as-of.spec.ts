import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDate, civilDate, DomainError } from '#kernel';
import { sampleSchools } from '../../test/support/sample-county.js';
import { shippedCatalogue } from '../../test/support/shipped-standard.js';
import type { DatedIndicator, StandardCatalogue } from './catalogue.js';
import type { Decimal } from './decimal.js';
import { evaluateCounty } from './evaluate-county.js';
import { standardAsOf } from './standard-as-of.js';
import { thresholdFor } from './thresholds.js';
import type { Basis, EvaluationInput, Standard } from './types.js';

const catalogue = shippedCatalogue();
const today = civilDate('2026-09-01');
const places = [null, ...catalogue.places.map(({ id }) => id)];
const input: EvaluationInput = {
  schools: sampleSchools(6, 7),
  classes: null,
  county: {
    figures: { allocatedQuota: '75', enrolmentPlan: '100' },
    schoolFigures: {},
    judgements: [],
    vetoes: [],
  },
};

const basisFrom = (since: CivilDate): Basis => ({
  document: '后来的文件',
  clause: '一',
  since,
  checkedOn: since,
  authority: 'official',
  note: null,
});

/** The catalogue with every kind of value announced anew from one day on. */
function announced(since: CivilDate, value: Decimal): StandardCatalogue {
  const basis = basisFrom(since);
  const renew = (each: DatedIndicator): DatedIndicator => ({
    ...each,
    tests: each.tests.map((one) => ({
      ...one,
      thresholds: [...one.thresholds, ...one.thresholds.map((line) => ({ ...line, value, since, basis }))],
    })),
  });
  return {
    ...catalogue,
    indicators: catalogue.indicators.map(renew),
    rules: [...catalogue.rules, ...catalogue.rules.map((each) => ({ ...each, value, since, basis }))],
    scope: [
      ...catalogue.scope,
      ...catalogue.scope.map((each) => ({ ...each, outcome: 'out' as const, basis })),
    ],
    definitions: [
      ...catalogue.definitions,
      ...catalogue.definitions.map((each) => ({ ...each, text: '新口径', basis })),
    ],
    points: [...catalogue.points, { id: 'C8-6', indicator: 'C8', text: '新要点', basis }],
    vetoes: [...catalogue.vetoes, { id: 'new', name: '新的否决项', basis }],
    places: catalogue.places.map((place) => ({
      ...place,
      targets: [...place.targets, ...place.targets.map((each) => ({ ...each, value, since, basis }))],
    })),
  };
}

const dates = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(civilDate('2017-12-31'), days));
const values = fc.record({ units: fc.bigInt({ min: 1n, max: 10n ** 6n }), scale: fc.nat(3) });

describe('R-69 what begins later never changes the past', () => {
  test('the standard of any earlier date is the same with and without the announcement', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 1, max: 3000 }),
        values,
        fc.constantFrom(...places),
        (date, days, value, place) => {
          const later = announced(addDays(date, days), value);
          expect(standardAsOf(later, place, date)).toEqual(standardAsOf(catalogue, place, date));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('nor does the evaluation, down to its fingerprint', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 3000 }), values, (date, days, value) => {
        const before = evaluateCounty(input, standardAsOf(catalogue, 'qinxian', date));
        const after = evaluateCounty(
          input,
          standardAsOf(announced(addDays(date, days), value), 'qinxian', date),
        );
        expect(after.fingerprint).toBe(before.fingerprint);
        expect(after).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  test('from its day on it holds', () => {
    const later = standardAsOf(announced(today, { units: 7n, scale: 0 }), null, today);
    const c1 = later.indicators.find(({ id }) => id === 'C1')?.tests[0];
    expect(thresholdFor(c1?.national ?? [], 'primary', null)?.value).toEqual({ units: 7n, scale: 0 });
    expect(later.rules.floor.value).toEqual({ units: 7n, scale: 0 });
    expect(later.vetoes.map(({ id }) => id)).toContain('new');
    expect(later.scope.every(({ outcome }) => outcome === 'out')).toBe(true);
    expect(later.fingerprint).not.toBe(standardAsOf(catalogue, null, today).fingerprint);
  });
});

describe('R-71 as of a date', () => {
  test('running last year’s report again gives last year’s numbers', () => {
    const run = (): string =>
      JSON.stringify(evaluateCounty(input, standardAsOf(catalogue, 'xinmi', today)), textOfBigInt);
    expect(run()).toBe(run());
  });

  test('no value in force began after the date', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...places), (date, place) => {
        for (const since of startsOf(standardAsOf(catalogue, place, date))) expect(since <= date).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('before there was a standard nothing is judged', () => {
    expect(() => standardAsOf(catalogue, null, civilDate('2017-12-30'))).toThrow(DomainError);
    expect(standardAsOf(catalogue, null, civilDate('2017-12-31')).indicators).toHaveLength(32);
  });

  test('an unknown place is refused with the known ones', () => {
    expect(() => standardAsOf(catalogue, 'nowhere', today)).toThrow(/xinmi（河南省新密市）/);
  });
});

const textOfBigInt = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value);

function startsOf(standard: Standard): CivilDate[] {
  return [
    ...standard.indicators.flatMap((each) => each.tests.flatMap((one) => [...one.national, ...one.local])),
    ...Object.values(standard.rules.weights),
    ...Object.values(standard.rules.coefficientLimit),
    ...standard.indicators.flatMap((each) => [...each.points, ...each.definitions].map(({ basis }) => basis)),
    ...standard.scope.map(({ basis }) => basis),
    ...standard.vetoes.map(({ basis }) => basis),
  ].map(({ since }) => since);
}

describe('places', () => {
  test.each([
    ['xinmi', 'C21', '100'],
    ['gulou', 'C21', '50'],
    ['puyang', 'C21', '60'],
    ['qinxian', 'C21', '80'],
    ['puyang', 'C23', '100'],
    ['qinxian', 'C23', '99'],
    ['qinxian', 'C24', '99'],
  ])('%s has its own target for %s beside the national line', (place, indicator, units) => {
    const found = standardAsOf(catalogue, place, today).indicators.find(({ id }) => id === indicator)
      ?.tests[0];
    expect(found?.local.map(({ value }) => String(value.units))).toEqual([units]);
    expect(found?.national).toHaveLength(1);
  });

  test('have no target before their plan', () => {
    const before = standardAsOf(catalogue, 'gulou', civilDate('2023-09-17'));
    expect(before.indicators.flatMap((each) => each.tests.flatMap(({ local }) => local))).toEqual([]);
    expect(before.indicators.flatMap(({ points }) => points)).toEqual([]);
  });

  test('may correct the numbers that rest on weak authority, for themselves only', () => {
    const basis = basisFrom(civilDate('2020-01-01'));
    const rule = { id: 'weight-junior' as const, value: { units: 12n, scale: 1 }, since: basis.since, basis };
    const corrected: StandardCatalogue = {
      ...catalogue,
      places: catalogue.places.map((place) => (place.id === 'xinmi' ? { ...place, rules: [rule] } : place)),
    };
    expect(standardAsOf(corrected, 'xinmi', today).rules.weights.junior.value.units).toBe(12n);
    expect(standardAsOf(corrected, 'gulou', today).rules.weights.junior.value.units).toBe(11n);
    expect(standardAsOf(corrected, 'xinmi', civilDate('2019-12-31')).rules.weights.junior.value.units).toBe(
      11n,
    );
  });

  test('a rule that is missing on the date is named', () => {
    const without = { ...catalogue, rules: catalogue.rules.filter(({ id }) => id !== 'floor') };
    expect(() => standardAsOf(without, null, today)).toThrow(/floor/);
  });
});
