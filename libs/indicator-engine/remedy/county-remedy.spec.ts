import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Ratio, wholeRatio } from '../decimal.js';
import { countyRemedy } from './county-remedy.js';
import { type CountyProblem, type CountySection, ExactCounty } from './exact-county.js';

const ratio = (numerator: number, denominator: number): Ratio => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});

const limits = [ratio(1, 2), ratio(9, 20), ratio(1, 4)];
const shares = [ratio(1, 1), ratio(1, 1), ratio(1, 2), ratio(10, 23), ratio(11, 21)];

function problems(mostSchools: number, section: fc.Arbitrary<Omit<CountySection, 'id'>>) {
  return fc.record({
    limit: fc.constantFrom(...limits),
    unit: fc.constantFrom(ratio(1, 1), ratio(1, 2)),
    sections: fc
      .array(section, { minLength: 1, maxLength: mostSchools })
      .map((list) => list.map((one, index) => ({ ...one, id: String(index) }))),
  });
}

const line = fc.constantFrom(ratio(1, 10), ratio(1, 4), ratio(21, 50), ratio(1, 1));
const plain = fc.record({
  students: fc.integer({ min: 1, max: 9 }),
  amount: fc.integer({ min: 0, max: 24 }).map((halves) => ratio(halves, 2)),
  share: fc.constant(ratio(1, 1)),
  line,
});
const shared = fc.record({
  students: fc.integer({ min: 1, max: 9 }),
  amount: fc.integer({ min: 0, max: 24 }).map((thirds) => ratio(thirds, 3)),
  share: fc.constantFrom(...shares),
  line,
});

/** Every spread of `total` units with at least `lower` each. */
function* spreads(lower: readonly number[], total: number, at = 0): Generator<number[]> {
  const base = lower[at];
  if (base === undefined) {
    if (total === 0) yield [];
    return;
  }
  const rest = lower.slice(at + 1).reduce((sum, units) => sum + units, 0);
  for (let units = base; units <= total - rest; units += 1) {
    for (const others of spreads(lower, total - units, at + 1)) yield [units, ...others];
  }
}

/** The definition itself, in fractions: Σ p/P·(x − x̄)² ≤ L²·x̄². */
function withinLimit({ limit, unit, sections }: CountyProblem, units: readonly number[]): boolean {
  const toNumber = (value: Ratio) => Number(value.numerator) / Number(value.denominator);
  const amounts = sections.map(
    ({ amount, share }, i) => toNumber(amount) + toNumber(share) * toNumber(unit) * units[i]!,
  );
  const students = sections.reduce((sum, section) => sum + section.students, 0);
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / students;
  const variance = sections.reduce(
    (sum, section, i) => sum + (section.students / students) * (amounts[i]! / section.students - mean) ** 2,
    0,
  );
  return variance <= (toNumber(limit) * mean) ** 2 * (1 + 1e-12);
}

/** How many units above the lines are tried: brute force can look no further. */
const reach = 9;

interface Best {
  readonly added: number;
  readonly moved: number;
}

/** The best spread by trying all; 'further' when more than `reach` units above the least possible are needed. */
function bruteForce(problem: CountyProblem, lower: readonly number[]): Best | 'further' {
  const start = Math.max(0, sumOf(lower));
  for (let total = start; total <= start + reach; total += 1) {
    let moved = Infinity;
    for (const units of spreads(lower, total)) {
      if (withinLimit(problem, units))
        moved = Math.min(moved, sumOf(units.map((count) => Math.max(0, -count))));
    }
    if (moved < Infinity) return { added: total, moved };
  }
  return 'further';
}

function expectBest(remedy: Best, best: Best | 'further', lower: readonly number[]) {
  if (best === 'further') expect(remedy.added).toBeGreaterThan(Math.max(0, sumOf(lower)) + reach);
  else expect({ added: remedy.added, moved: remedy.moved }).toEqual(best);
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const linesOf = (problem: CountyProblem) => new ExactCounty(problem).unitsToLine();
const fullUnits = (problem: CountyProblem, changes: readonly { section: string; units: number }[]) =>
  problem.sections.map(({ id }) => changes.find((change) => change.section === id)?.units ?? 0);

describe('the county remedy against brute force', () => {
  it('adds as few units as any spread that fits, up to five schools', () => {
    fc.assert(
      fc.property(problems(5, plain), (problem) => {
        const lower = linesOf(problem).map((units) => Math.max(0, units));
        const remedy = countyRemedy(problem, 'add');
        expectBest(remedy, bruteForce(problem, lower), lower);
        expect(remedy.optimal).toBe(true);
        expect(withinLimit(problem, fullUnits(problem, remedy.changes))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('adds as few as any when teachers may move, and then moves as few as any', () => {
    fc.assert(
      fc.property(problems(4, plain), (problem) => {
        const lower = linesOf(problem);
        const remedy = countyRemedy(problem, 'move');
        expectBest(remedy, bruteForce(problem, lower), lower);
        const units = fullUnits(problem, remedy.changes);
        expect(withinLimit(problem, units)).toBe(true);
        expect(units.every((count, index) => count >= lower[index]!)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('adds as few as any where integrated schools count in part', () => {
    fc.assert(
      fc.property(problems(4, shared), (problem) => {
        const lower = linesOf(problem).map((units) => Math.max(0, units));
        const remedy = countyRemedy(problem, 'add');
        expectBest(remedy, bruteForce(problem, lower), lower);
        expect(remedy.optimal).toBe(true);
        expect(withinLimit(problem, fullUnits(problem, remedy.changes))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the county remedy', () => {
  it('refuses what has no meaning', () => {
    const section = {
      id: 'a',
      students: 10,
      amount: wholeRatio(1),
      share: wholeRatio(1),
      line: ratio(1, 10),
    };
    const problem = { limit: ratio(1, 2), unit: wholeRatio(1), sections: [section] };
    expect(() => countyRemedy({ ...problem, limit: wholeRatio(0) }, 'add')).toThrow(RangeError);
    expect(() => countyRemedy({ ...problem, sections: [{ ...section, students: 0 }] }, 'add')).toThrow(
      'section a',
    );
    expect(() =>
      countyRemedy({ ...problem, sections: [{ ...section, amount: wholeRatio(-1) }] }, 'add'),
    ).toThrow('negative');
    const half = { ...section, id: 'b', share: ratio(1, 2) };
    expect(() => countyRemedy({ ...problem, sections: [section, half] }, 'move')).toThrow('in part');
    expect(countyRemedy({ ...problem, sections: [] }, 'add').added).toBe(0);
  });
});
