import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nationalStandard, schoolAtLine } from '../../test/support/sample-county.js';
import { evaluateSection } from './evaluate-section.js';
import type { SectionResult } from './results.js';
import { buildSections } from './sections.js';
import { resourceIndicators, type SchoolRecord, type Stage, type Standard, type Threshold } from './types.js';

const standard = nationalStandard();

function judge(school: SchoolRecord, stage: Stage = 'primary', by: Standard = standard): SectionResult {
  const section = buildSections([school], by).sections.find((each) => each.stage === stage);
  if (!section) throw new Error('no section');
  return evaluateSection(section, by);
}

const of = (primary: string): { primary: string; junior: null } => ({ primary, junior: null });

describe('lines are met exactly', () => {
  test('a school exactly at every line meets all seven', () => {
    const result = judge(schoolAtLine());
    expect(resourceIndicators.map((id) => result.indicators[id].verdict)).toEqual(Array(7).fill('met'));
    expect(result).toMatchObject({ verdict: 'met', missed: [], reason: null });
  });

  test('4.2 is met at exactly 4.2 for every number of pupils', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: -3, max: 3 }), (pupils, off) => {
        const units = 42n * BigInt(pupils) + BigInt(off);
        const teachers = `${units / 1000n}.${(units % 1000n).toString().padStart(3, '0')}`;
        fc.pre(units >= 0n);
        const school = schoolAtLine({
          students: { primary: pupils, junior: null, senior: null },
          aboveDegree: of(teachers),
        });
        expect(judge(school).indicators.C1.verdict).toBe(off >= 0 ? 'met' : 'unmet');
      }),
    );
  });

  test('juniors have their own lines', () => {
    const school = schoolAtLine({
      kind: 'junior',
      students: { primary: null, junior: 1000, senior: null },
      aboveDegree: { primary: null, junior: '52.9' },
    });
    expect(judge(school, 'junior').indicators.C1).toMatchObject({
      verdict: 'unmet',
      ratioText: '5.290',
      floorMet: true,
    });
  });
});

describe('the school rule: 6 of 7, and the rest at 85 %', () => {
  test('exactly 85 % is enough, a hair less is not', () => {
    expect(judge(schoolAtLine({ roomArea: '382.5' })).verdict).toBe('met');
    const below = judge(schoolAtLine({ roomArea: '382.499999' }));
    expect(below).toMatchObject({ verdict: 'unmet', reason: 'C4低于下限' });
    expect(below.indicators.C4).toMatchObject({ ratioText: '3.825', floorMet: false });
  });

  test('two below the line are too many, even at 99 %', () => {
    const result = judge(schoolAtLine({ roomArea: '449', sportsArea: '749' }));
    expect(result).toMatchObject({ verdict: 'unmet', missed: ['C4', 'C5'] });
  });

  /** Written from the sentence of the rule, over every choice of six: no counting, no engine arithmetic. */
  function oracle(percents: readonly number[]): 'met' | 'unmet' {
    const choices = [...percents.keys()].map((left) => percents.filter((_, index) => index !== left));
    const sixAtLine = choices.some((six) => six.every((percent) => percent >= 100));
    return sixAtLine && Math.min(...percents) >= 85 ? 'met' : 'unmet';
  }

  test('agrees with the rule’s own words on random schools', () => {
    const percent = fc.oneof(fc.integer({ min: 80, max: 120 }), fc.constantFrom(84, 85, 86, 99, 100));
    fc.assert(
      fc.property(fc.array(percent, { minLength: 7, maxLength: 7 }), (percents) => {
        expect(judge(schoolAtPercents(percents)).verdict).toBe(oracle(percents));
      }),
      { numRuns: 400 },
    );
  });

  test('more of anything never turns met into unmet', () => {
    const percents = fc.array(fc.integer({ min: 80, max: 110 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(percents, fc.nat(6), fc.integer({ min: 1, max: 30 }), (before, index, more) => {
        const after = before.map((each, at) => (at === index ? each + more : each));
        if (judge(schoolAtPercents(before)).verdict === 'met') {
          expect(judge(schoolAtPercents(after)).verdict).toBe('met');
        }
      }),
    );
  });
});

/** 10,000 pupils, so that every whole percent of every line is a finite decimal. */
function schoolAtPercents([
  c1 = 0,
  c2 = 0,
  c3 = 0,
  c4 = 0,
  c5 = 0,
  c6 = 0,
  c7 = 0,
]: readonly number[]): SchoolRecord {
  return schoolAtLine({
    students: { primary: 10_000, junior: null, senior: null },
    aboveDegree: of((4.2 * c1).toFixed(1)),
    backbone: of(String(c2)),
    arts: of((0.9 * c3).toFixed(1)),
    roomArea: String(450 * c4),
    sportsArea: String(750 * c5),
    equipment: String(20 * c6),
    networkRooms: (2.3 * c7).toFixed(1),
  });
}

describe('R-67 what is not known is neither red nor green', () => {
  test('missing data leaves the school to be verified, whatever the other six', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 7, maxLength: 7 }), (percents) => {
        const result = judge({ ...schoolAtPercents(percents), networkRooms: null });
        expect(result.verdict).toBe('to_verify');
        expect(result.indicators.C7).toMatchObject({
          verdict: 'no_data',
          ratioText: '无数据',
          floorMet: null,
        });
        expect(result.missed).not.toContain('C7');
      }),
      { numRuns: 50 },
    );
  });

  test('no pupils: 不适用 with the reason', () => {
    const result = judge(schoolAtLine({ students: { primary: 0, junior: null, senior: null } }));
    expect(result).toMatchObject({ verdict: 'not_applicable', reason: '本学段在校生为0，没有分母' });
    expect(result.indicators.C1.verdict).toBe('not_applicable');
  });

  test('pupils not known: 无数据', () => {
    const result = judge(schoolAtLine({ students: { primary: null, junior: null, senior: null } }));
    expect(result.indicators.C4).toMatchObject({ verdict: 'no_data', reason: '本学段在校生数无数据' });
    expect(result.verdict).toBe('to_verify');
  });

  test.each([-1, 2.5])('%d pupils are an error', (primary) => {
    const result = judge(schoolAtLine({ students: { primary, junior: null, senior: null } }));
    expect(result.indicators.C4.verdict).toBe('error');
    expect(result.verdict).toBe('to_verify');
  });
});

describe('national line and local target', () => {
  const withTarget = (value: bigint): Standard => ({
    ...standard,
    place: 'somewhere',
    indicators: standard.indicators.map((each) =>
      each.id !== 'C4'
        ? each
        : {
            ...each,
            tests: each.tests.map((one) => ({ ...one, local: one.national.map((line) => aim(line, value)) })),
          },
    ),
  });
  const aim = (line: Threshold, units: bigint): Threshold => ({ ...line, value: { units, scale: 1 } });

  test('a stricter target never hides that the national line is met', () => {
    const result = judge(schoolAtLine(), 'primary', withTarget(60n));
    expect(result.indicators.C4).toMatchObject({ verdict: 'met', localVerdict: 'unmet' });
    expect(result).toMatchObject({ verdict: 'met', localVerdict: 'unmet' });
  });

  test('a looser target never hides that the national line is missed', () => {
    const result = judge(schoolAtLine({ roomArea: '350' }), 'primary', withTarget(30n));
    expect(result.indicators.C4).toMatchObject({ verdict: 'unmet', localVerdict: 'met' });
    expect(result).toMatchObject({ verdict: 'unmet', localVerdict: 'met' });
  });

  test('without a target there is no local verdict', () => {
    expect(judge(schoolAtLine()).localVerdict).toBeNull();
  });
});

test('a display that contradicts the verdict is flagged', () => {
  const school = schoolAtLine({
    students: { primary: 100_000, junior: null, senior: null },
    aboveDegree: of('4199.9'),
  });
  const { C1, C2 } = judge(school).indicators;
  expect(C1).toMatchObject({ verdict: 'unmet', ratioText: '4.200', contradictory: true });
  expect(C2.contradictory).toBe(false);
});
