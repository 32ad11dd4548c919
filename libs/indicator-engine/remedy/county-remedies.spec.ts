import { describe, expect, it } from '@jest/globals';
import { nationalStandard, sampleSchools, withMore } from '../../../test/support/sample-county.js';
import { evaluateCoefficient } from '../coefficient.js';
import { evaluateFigure } from '../evaluate-section.js';
import { buildSections } from '../sections.js';
import type { Section } from '../results.js';
import { countyRemedies, type IndicatorRemedy } from './county-remedies.js';
import { countyRemedy } from './county-remedy.js';
import { type CountySection, ExactCounty } from './exact-county.js';
import { lineOf } from './line-of.js';
import { exampleCosts, purchaseUnitsFor } from './purchase.js';

const standard = nationalStandard();
const termsFor = (schools: ReturnType<typeof sampleSchools>) => ({
  standard,
  costs: exampleCosts,
  units: purchaseUnitsFor(schools),
  aim: 'national' as const,
});

/** The engine's own verdicts on the county after what a remedy buys or moves. */
function verdictsAfter(
  schools: ReturnType<typeof sampleSchools>,
  { indicator, stage, remedy }: IndicatorRemedy,
) {
  const changed = schools.map((school) => {
    const change = remedy.changes.find(({ section }) => section === school.code);
    if (!change) return school;
    return withMore(
      school,
      indicator,
      stage,
      Number(change.amount.numerator) / Number(change.amount.denominator),
    );
  });
  const { sections } = buildSections(changed, standard);
  const own = sections.filter((section) => section.stage === stage);
  const figures = own.map((section) => evaluateFigure(section, indicator, standard).verdict);
  return [evaluateCoefficient(sections, indicator, stage, standard).verdict, ...new Set(figures)];
}

/** What a careful clerk would do: to the line everywhere, then the poorest school to the county's mean, again and again. */
function greedyUnits(sections: readonly Section[], { indicator, stage, unit }: IndicatorRemedy): number {
  const entries = sections
    .filter((section) => section.stage === stage)
    .map((section): CountySection => {
      const amount = section.amounts[indicator];
      const line = lineOf(standard, indicator, stage, section.school.kind, 'national');
      if (amount.state !== 'value' || line === null) throw new Error('the sample county is complete');
      const { code } = section.school;
      return { id: code, students: section.students ?? 0, amount: amount.amount, share: amount.share, line };
    });
  const limit = standard.rules.coefficientLimit[stage].value;
  const county = new ExactCounty({
    unit,
    limit: { numerator: limit.units, denominator: 10n ** BigInt(limit.scale) },
    sections: entries,
  });
  const units = county.unitsToLine().map((count) => Math.max(0, count));
  const amountAt = (i: number) => county.haveApprox[i]! + county.stepApprox[i]! * units[i]!;
  while (!county.fits(units)) {
    const ratios = units.map((_, i) => amountAt(i) / county.students[i]!);
    const poorest = ratios.indexOf(Math.min(...ratios));
    const mean = units.reduce((sum, _, i) => sum + amountAt(i), 0) / county.totalStudents;
    const lacking = mean * county.students[poorest]! - amountAt(poorest);
    units[poorest]! += Math.max(1, Math.ceil(lacking / county.stepApprox[poorest]!));
  }
  return units.reduce((sum, count) => sum + count, 0);
}

describe('remedies for a whole county', () => {
  const counties = [1, 2, 3].map((seed) => {
    const schools = sampleSchools(120, seed);
    const { sections } = buildSections(schools, standard);
    return { schools, sections, added: countyRemedies(sections, termsFor(schools), 'add') };
  });

  it('bring every coefficient and every school to 达标, as the evaluation itself judges', () => {
    for (const { schools, added } of counties) {
      expect(added).toHaveLength(14);
      for (const each of added) expect(verdictsAfter(schools, each)).toEqual(['met', 'met']);
    }
  });

  it('moves teachers without taking anybody under the line, and then needs no more new ones', () => {
    for (const { schools, sections, added } of counties) {
      const moved = countyRemedies(sections, termsFor(schools), 'move');
      for (const [index, each] of moved.entries()) {
        expect(each.mode).toBe(['C1', 'C2', 'C3'].includes(each.indicator) ? 'move' : 'add');
        expect(each.remedy.added).toBeLessThanOrEqual(added[index]!.remedy.added);
        expect(verdictsAfter(schools, each)).toEqual(['met', 'met']);
      }
      expect(moved.some(({ remedy }) => remedy.moved > 0)).toBe(true);
    }
  });

  it('are never worse than raising the poorest school to the mean, and proven optimal', () => {
    for (const { sections, added } of counties) {
      let better = 0;
      for (const each of added) {
        const greedy = greedyUnits(sections, each);
        expect(each.remedy.added).toBeLessThanOrEqual(greedy);
        if (each.remedy.added < greedy) better += 1;
        expect(each.remedy.optimal).toBe(true);
      }
      expect(better).toBeGreaterThan(10);
    }
  });

  it('names the schools without data instead of taking them for 0', () => {
    const [{ schools } = { schools: [] }] = counties;
    const first = schools.find(({ kind }) => kind === 'primary');
    const blank = schools.map((school) => (school === first ? { ...school, roomArea: null } : school));
    const { sections } = buildSections(blank, standard);
    const remedies = countyRemedies(sections, termsFor(blank), 'add');
    const missing = remedies.filter((each) => each.missing.length > 0);
    expect(missing.map(({ indicator, stage, missing: codes }) => [indicator, stage, codes])).toEqual([
      ['C4', 'primary', [first?.code]],
    ]);
  });

  it('keeps the example of the method page', () => {
    const pupils = [100, 200, 100];
    const amounts = [2n, 20n, 12n];
    const sections = pupils.map((students, index) => ({
      id: 'ABC'[index] ?? '',
      students,
      amount: { numerator: amounts[index] ?? 0n, denominator: 1n },
      share: { numerator: 1n, denominator: 1n },
      line: { numerator: 42n, denominator: 1000n },
    }));
    const problem = {
      limit: { numerator: 1n, denominator: 5n },
      unit: { numerator: 1n, denominator: 1n },
      sections,
    };
    const add = countyRemedy(problem, 'add');
    expect([add.changes.map(({ section, units }) => [section, units]), add.added]).toEqual([[['A', 5]], 5]);
    const move = countyRemedy(problem, 'move');
    expect([move.added, move.moved]).toEqual([0, 4]);
    expect(move.changes.map(({ units }) => units)).toEqual([4, -1, -3]);
  });
});
