import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nationalStandard, schoolAtLine } from '../../test/support/sample-county.js';
import { repeatable } from '../../test/support/repeatable.js';
import { evaluateCoefficient } from './coefficient.js';
import { conclusionCodes, evaluateMany, figureCodes, type SectionColumns } from './evaluate-many.js';
import { evaluateSection } from './evaluate-section.js';
import type { FigureResult, Section } from './results.js';
import { buildSections } from './sections.js';
import { resourceIndicators, type SchoolRecord, type Standard, stages } from './types.js';

const standard = nationalStandard();
/** Units of each column: 0.1 teachers, 0.01 ㎡, 0.01 万元. */
const scales = [0, 0, 1, 2, 2, 2, 0];
const primaryLines = [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3];
const juniorLines = [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4];
const units = [100, 100, 10, 0.01, 0.01, 100, 100];

/** One section in whole units; null is 无数据. The other stage makes it an integrated school. */
interface Row {
  readonly county: number;
  readonly stage: 0 | 1;
  readonly students: number | null;
  readonly other: number;
  readonly amounts: readonly (number | null)[];
}

function schoolOf(row: Row, index: number): SchoolRecord {
  const stage = row.stage === 0 ? 'primary' : 'junior';
  const text = (place: number): string | null => {
    const amount = row.amounts[place] ?? null;
    return amount === null ? null : (amount / 10 ** (scales[place] ?? 0)).toFixed(scales[place]);
  };
  const staff = (place: number): { primary: string | null; junior: string | null } => ({
    primary: stage === 'primary' ? text(place) : null,
    junior: stage === 'junior' ? text(place) : null,
  });
  const students =
    stage === 'primary'
      ? { primary: row.students, junior: row.other, senior: null }
      : { primary: row.other, junior: row.students, senior: null };
  return schoolAtLine({
    code: String(index),
    kind: row.other > 0 ? 'nine_year' : stage === 'primary' ? 'primary' : 'junior',
    students,
    aboveDegree: staff(0),
    backbone: staff(1),
    arts: staff(2),
    roomArea: text(3),
    sportsArea: text(4),
    equipment: text(5),
    networkRooms: text(6),
  });
}

function columnsOf(rows: readonly Row[], counties: number): SectionColumns {
  const own = (row: Row): number => (row.students ?? 0) * (row.stage === 0 ? 10 : 11);
  const other = (row: Row): number => row.other * (row.stage === 0 ? 11 : 10);
  const shared = (row: Row): boolean => row.other > 0 && (row.students ?? 0) > 0;
  return {
    counties,
    county: Int32Array.from(rows, (row) => row.county),
    stage: Uint8Array.from(rows, (row) => row.stage),
    students: Float64Array.from(rows, (row) => row.students ?? Number.NaN),
    amounts: resourceIndicators.map((_, place) =>
      Float64Array.from(rows, (row) => row.amounts[place] ?? Number.NaN),
    ),
    scales,
    shareNumerator: Float64Array.from(rows, (row) => (shared(row) ? own(row) : 1)),
    shareDenominator: Float64Array.from(rows, (row) => (shared(row) ? own(row) + other(row) : 1)),
  };
}

function sectionsOf(rows: readonly Row[]): Section[] {
  return rows.map((row, index) => {
    const stage = row.stage === 0 ? 'primary' : 'junior';
    const section = buildSections([schoolOf(row, index)], standard).sections.find(
      (each) => each.stage === stage,
    );
    if (!section) throw new Error('no section');
    return section;
  });
}

function codeOf(figure: FigureResult): number {
  if (figure.verdict === 'met') return figureCodes.met;
  if (figure.verdict === 'unmet') return figure.floorMet ? figureCodes.aboveFloor : figureCodes.belowFloor;
  return figure.verdict === 'no_data' ? figureCodes.noData : figureCodes.notApplicable;
}

const conclusionOf = {
  met: conclusionCodes.met,
  unmet: conclusionCodes.unmet,
  to_verify: conclusionCodes.toVerify,
  no_data: conclusionCodes.toVerify,
  error: conclusionCodes.toVerify,
  not_applicable: conclusionCodes.notApplicable,
} as const;

function agree(rows: readonly Row[], counties: number): void {
  const fast = evaluateMany(columnsOf(rows, counties), standard);
  const sections = sectionsOf(rows);
  const exact = sections.map((section) => evaluateSection(section, standard));
  expect([...fast.sections]).toEqual(exact.map((each) => conclusionOf[each.verdict]));
  resourceIndicators.forEach((id, place) => {
    expect([...(fast.figures[place] ?? [])]).toEqual(exact.map((each) => codeOf(each.indicators[id])));
  });
  for (let county = 0; county < counties; county += 1) {
    const own = sections.filter((_, index) => rows[index]?.county === county);
    stages.forEach((stage, at) => {
      resourceIndicators.forEach((id, place) => {
        const result = evaluateCoefficient(own, id, stage, standard);
        const position = (county * 2 + at) * 7 + place;
        expect([id, fast.coefficientVerdicts[position]]).toEqual([id, conclusionOf[result.verdict]]);
        if (result.approximate !== null) {
          expect(fast.coefficients[position]).toBeCloseTo(result.approximate, 5);
        } else expect(fast.coefficients[position]).toBeNaN();
      });
    });
  }
}

/** Amounts on the line and on the floor, one unit beside them, far from them, and none. */
const row: fc.Arbitrary<Row> = fc
  .record({
    county: fc.nat(2),
    stage: fc.constantFrom<0 | 1>(0, 1),
    students: fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 1, max: 4000 }) },
      fc.constantFrom(0, null),
    ),
    other: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 3000 })),
    places: fc.array(
      fc.record({
        part: fc.constantFrom(1, 1, 1, 0.85, 0.85, 1.5, 3, 0),
        off: fc.integer({ min: -1, max: 1 }),
        known: fc.integer({ min: 0, max: 30 }),
      }),
      { minLength: 7, maxLength: 7 },
    ),
  })
  .map(({ places, ...rest }) => ({
    ...rest,
    amounts: places.map(({ part, off, known }, place) => {
      const line = (rest.stage === 0 ? primaryLines : juniorLines)[place] ?? 0;
      const pupils = rest.students ?? 100;
      const weight = rest.stage === 0 ? [10, 11] : [11, 10];
      const own = pupils * (weight[0] ?? 1);
      const share = place < 3 || own === 0 ? 1 : own / (own + rest.other * (weight[1] ?? 1));
      const amount = Math.round((line * pupils * part) / ((units[place] ?? 1) * share)) + off;
      return known === 0 ? null : Math.max(0, amount);
    }),
  }));

describe('the fast path gives the verdicts of the exact one', () => {
  test('on random counties whose figures lie on and beside the lines', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (rows) => agree(rows, 3)),
      { numRuns: 150 },
    );
  });

  test('on coefficients exactly at the limit, and one unit beside it', () => {
    for (const [more, verdict] of [
      [-1, conclusionCodes.met],
      [0, conclusionCodes.met],
      [1, conclusionCodes.unmet],
    ] as const) {
      const at = (amount: number): Row => ({
        county: 0,
        stage: 0,
        students: 1_000_000,
        other: 0,
        amounts: Array.from({ length: 7 }, () => amount),
      });
      const rows = [at(5_000_000_000), at(15_000_000_000 + more)];
      const fast = evaluateMany(columnsOf(rows, 1), standard);
      expect(fast.coefficientVerdicts.slice(0, 7)).toEqual(new Uint8Array(7).fill(verdict));
      agree(rows, 1);
    }
  });

  test('on figures that doubles cannot tell from the line', () => {
    const random = repeatable(11);
    const rows = Array.from({ length: 60 }, (): Row => {
      const students = 10_000_000 + Math.floor(random() * 1000) * 10;
      const amounts = primaryLines.map(
        (line, place) => Math.round((line * students) / (units[place] ?? 1)) + Math.floor(random() * 3) - 1,
      );
      return { county: 0, stage: 0, students, other: 0, amounts };
    });
    agree(rows, 1);
  });

  test('on nothing at all', () => {
    const empty = evaluateMany(columnsOf([], 2), standard);
    expect(empty.sections).toHaveLength(0);
    expect(empty.coefficientVerdicts).toEqual(new Uint8Array(28).fill(conclusionCodes.notApplicable));
  });
});

test('a line that depends on the kind of school is refused rather than ignored', () => {
  const special: Standard = {
    ...standard,
    indicators: standard.indicators.map((each) => ({
      ...each,
      tests: each.tests.map((one) => ({
        ...one,
        national: one.national.map((line) => ({ ...line, kinds: ['junior' as const] })),
      })),
    })),
  };
  expect(() => evaluateMany(columnsOf([], 1), special)).toThrow(RangeError);
});
