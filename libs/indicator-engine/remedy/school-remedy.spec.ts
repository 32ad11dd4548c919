import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalStandard, schoolAtLine, withMore } from '../../../test/support/sample-county.js';
import { evaluateSection } from '../evaluate-section.js';
import { buildSections } from '../sections.js';
import { type ResourceIndicator, resourceIndicators, type SchoolRecord, type Stage } from '../types.js';
import { type Costs, exampleCosts, purchaseUnitsFor } from './purchase.js';
import { schoolRemedy } from './school-remedy.js';

const standard = nationalStandard();
const costsOf = (changes: Partial<Record<ResourceIndicator, string>>): Costs => ({
  primary: { ...exampleCosts.primary, ...changes },
  junior: { ...exampleCosts.junior, ...changes },
});
const units = purchaseUnitsFor([]);

function remedyOf(school: SchoolRecord, costs = exampleCosts, bought = units) {
  const { sections } = buildSections([school], standard);
  return schoolRemedy(sections, { standard, costs, units: bought, aim: 'national' });
}

const cheapestOf = (school: SchoolRecord, costs?: Costs) => {
  const { cheapest } = remedyOf(school, costs);
  return {
    cost: Number(cheapest?.cost.numerator) / Number(cheapest?.cost.denominator),
    bought: cheapest?.purchases.map(({ indicator, units: count }) => `${indicator} ${count}`),
    belowLine: cheapest?.belowLine.map(({ indicator }) => indicator),
  };
};

describe('what one school lacks', () => {
  it('rounds up to whole teachers, rooms, ㎡ and 元', () => {
    const school = schoolAtLine({
      students: { primary: 101, junior: null, senior: null },
      aboveDegree: { primary: '3', junior: null },
      networkRooms: '2',
    });
    const needs = remedyOf(school).sections[0]?.needs ?? [];
    expect(needs.map(({ indicator, unitsToLine }) => [indicator, unitsToLine])).toEqual([
      ['C1', 2n], // 4.242 − 3
      ['C2', 1n], // 1.01 − 1
      ['C3', 1n], // 0.909 − 0.9
      ['C4', 5n], // 454.5 − 450
      ['C5', 8n], // 757.5 − 750
      ['C6', 2000n], // 202000 − 200000
      ['C7', 1n], // 2.323 − 2
    ]);
    expect(needs.map(({ unitsToFloor }) => unitsToFloor)).toEqual([1n, 0n, 0n, 0n, 0n, 0n, 0n]);
  });

  it('lacks nothing exactly at the line', () => {
    const { sections, cheapest } = remedyOf(schoolAtLine());
    expect(sections[0]?.needs.every(({ unitsToLine }) => unitsToLine === 0n)).toBe(true);
    expect(cheapest).toEqual({ purchases: [], cost: { numerator: 0n, denominator: 1n }, belowLine: [] });
  });

  it('counts teachers by halves where the data does', () => {
    const school = schoolAtLine({
      arts: { primary: '0.5', junior: null },
      backbone: { primary: '0.5', junior: null },
    });
    expect(purchaseUnitsFor([school]).C3).toBe('0.5');
    expect(purchaseUnitsFor([schoolAtLine({ arts: { primary: '3.0', junior: null } })]).C3).toBe('1');
    const needs = remedyOf(school, exampleCosts, purchaseUnitsFor([school])).sections[0]?.needs ?? [];
    expect(needs[2]?.unitsToLine).toBe(1n);
  });

  it('gives an integrated school the share that really counts', () => {
    const school = schoolAtLine({
      kind: 'nine_year',
      students: { primary: 166, junior: 210, senior: null },
      aboveDegree: { primary: '9', junior: '20' },
      backbone: { primary: '9', junior: '20' },
      arts: { primary: '9', junior: '20' },
      roomArea: '1700',
      sportsArea: '9000',
      equipment: '900',
      networkRooms: '30',
    });
    const [primary, junior] = remedyOf(school).sections;
    // 747 − 1700·166/397 = 36.16 ㎡, of which each ㎡ bought gives 166/397; 1218 − 1700·231/397 = 228.83.
    expect(primary?.needs[3]?.unitsToLine).toBe(87n);
    expect(junior?.needs[3]?.unitsToLine).toBe(394n);
    expect(junior?.needs[3]?.unitsToFloor).toBe(80n);
    // Both may leave rooms at the floor; the primary part then gets over its floor by what the junior part needs.
    expect(cheapestOf(school)).toEqual({ cost: 80 * 3000, bought: ['C4 80'], belowLine: ['C4', 'C4'] });
  });
});

describe('the cheapest set', () => {
  const short = { aboveDegree: { primary: '2', junior: null }, roomArea: '300' };

  it('leaves at 85 % whatever saves most', () => {
    // To the line 3 teachers and 150 ㎡, to the floor 2 teachers (3.57) and 83 ㎡ (382.5).
    const rooms = { cost: 3 * 100_000 + 83 * 3000, bought: ['C1 3', 'C4 83'], belowLine: ['C4'] };
    expect(cheapestOf(schoolAtLine(short))).toEqual(rooms);
    const teachers = { cost: 2 * 100_000 + 150 * 10, bought: ['C1 2', 'C4 150'], belowLine: ['C1'] };
    expect(cheapestOf(schoolAtLine(short), costsOf({ C4: '10' }))).toEqual(teachers);
  });

  it('is undecided while a figure is missing, and still says what is known', () => {
    const { cheapest, sections } = remedyOf(schoolAtLine({ ...short, networkRooms: null }));
    expect(cheapest).toBeNull();
    expect(sections[0]).toMatchObject({ state: 'unknown', reason: 'C7网络多媒体教室数无数据' });
    expect(sections[0]?.needs.find(({ indicator }) => indicator === 'C4')?.unitsToLine).toBe(150n);
  });

  it('costs no more than any purchase after which the evaluation itself says 达标', () => {
    const some = fc.constantFrom(0.6, 0.8, 0.86, 1, 1.1);
    const school = fc
      .record({
        primary: fc.constantFrom(25, 40),
        junior: fc.constantFrom(0, 0, 30),
        rich: fc.tuple(some, some, some, some, some),
      })
      .map(({ primary, junior, rich: [c1, c2, c4, c5, c7] }) =>
        smallSchool(primary, junior, { c1, c2, c4, c5, c7 }),
      );
    const price = fc.constantFrom('1', '2', '5', '10');
    const prices = fc.record({ C1: price, C2: price, C4: price, C5: price, C7: price });
    fc.assert(
      fc.property(school, prices, (one, changes) => {
        const costs = costsOf(changes);
        const { sections } = buildSections([one], standard);
        const bought = { ...units, C1: '0.5', C2: '0.2', C4: '20', C5: '50', C7: '0.5' };
        const { cheapest } = schoolRemedy(sections, { standard, costs, units: bought, aim: 'national' });
        const cost = Number(cheapest?.cost.numerator) / Number(cheapest?.cost.denominator);
        expect(cost).toBeCloseTo(bruteForce(one, costs, bought), 9);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses costs that are no numbers', () => {
    expect(() => remedyOf(schoolAtLine(), costsOf({ C4: '三千' }))).toThrow('costs.primary.C4');
  });
});

type Richness = Readonly<Record<'c1' | 'c2' | 'c4' | 'c5' | 'c7', number>>;

/** Lacks nothing of C3 and C6; of the others so much of the line as is said. */
function smallSchool(primary: number, junior: number, { c1, c2, c4, c5, c7 }: Richness): SchoolRecord {
  const pupils = primary + 1.3 * junior;
  const both = (perHundred: number) => ({
    primary: ((primary * perHundred) / 100).toFixed(6),
    junior: ((junior * perHundred) / 100).toFixed(6),
  });
  return schoolAtLine({
    kind: junior > 0 ? 'nine_year' : 'primary',
    students: { primary, junior: junior > 0 ? junior : null, senior: null },
    aboveDegree: both(5.3 * c1),
    backbone: both(c2),
    arts: both(9),
    roomArea: (4.5 * pupils * c4).toFixed(3),
    sportsArea: (7.5 * pupils * c5).toFixed(3),
    equipment: '900',
    networkRooms: (0.023 * pupils * c7).toFixed(3),
  });
}

/** The least cost over all purchases with which evaluateSection says 达标 of every stage. */
function bruteForce(
  school: SchoolRecord,
  costs: Costs,
  bought: Readonly<Record<ResourceIndicator, string>>,
): number {
  const { sections } = buildSections([school], standard);
  const goods = resourceIndicators.flatMap((id): { id: ResourceIndicator; stage: Stage | null }[] =>
    ['C1', 'C2', 'C3'].includes(id) ? sections.map(({ stage }) => ({ id, stage })) : [{ id, stage: null }],
  );
  const met = (one: SchoolRecord) =>
    buildSections([one], standard).sections.every(
      (section) => evaluateSection(section, standard).verdict === 'met',
    );
  let least = Infinity;
  const tryFrom = (at: number, one: SchoolRecord, spent: number): void => {
    if (spent >= least) return;
    if (met(one)) least = spent;
    const good = goods[at];
    if (!good) return;
    const price = Number(costs.primary[good.id]) * Number(bought[good.id]);
    let more = one;
    for (let count = 0; ; count += 1) {
      tryFrom(at + 1, more, spent + count * price);
      if (enough(more, good.id, good.stage)) return;
      more = withMore(more, good.id, good.stage, Number(bought[good.id]));
    }
  };
  tryFrom(0, school, 0);
  return least;
}

/** Whether more of this can help nobody any more. */
function enough(school: SchoolRecord, id: ResourceIndicator, stage: Stage | null): boolean {
  return buildSections([school], standard)
    .sections.filter((section) => stage === null || section.stage === stage)
    .every((section) => evaluateSection(section, standard).indicators[id].verdict === 'met');
}
