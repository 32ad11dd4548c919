import {
  conclusionNames,
  type CountyResult,
  evaluateCounty,
  type StandardCatalogue,
  standardAsOf,
  verdictNames,
} from '#indicator-engine';
import { loadStandards, standardsDirectory } from '../standards/load-standards.js';
import { readSituations } from './read-situations.js';
import type { Expectation, PackTestResult, Situation } from './situation.js';

/**
 * Holds the standard against situations that domain experts wrote: each file `*.yaml` with a list `情形`, every
 * situation a sentence, a date, facts and what must come out.
 * @param directory holds the situations
 * @param catalogue the standard tried; by default the one that comes with the program
 * @throws PackError when a file cannot be read as situations: file, line, and what is wrong
 * @example runPackTests(join(standardsDirectory(), 'tests')).every(({ ok }) => ok) // true
 */
export function runPackTests(
  directory: string,
  catalogue: StandardCatalogue = loadStandards(standardsDirectory()),
): PackTestResult[] {
  return readSituations(directory, catalogue).map((situation) => runSituation(situation, catalogue));
}

function runSituation(situation: Situation, catalogue: StandardCatalogue): PackTestResult {
  const { file, line, sentence, input } = situation;
  const result = evaluateCounty(input, standardAsOf(catalogue, situation.place, situation.asOf));
  const differences = situation.expected.flatMap((each) => differencesOf(each, result));
  return { file, line, sentence, ok: differences.length === 0, differences };
}

/** What came out, in the words of the files. */
interface Outcome {
  readonly verdict: string;
  readonly localVerdict: string | null;
  readonly value: string | null;
  readonly reason: string | null;
}

function differencesOf(expected: Expectation, result: CountyResult): string[] {
  const found = outcomesOf(expected, result);
  const subject = [expected.school, expected.stage && stageNames[expected.stage], expected.indicator];
  const name = subject.filter((part) => part !== null).join(' ') || '全县';
  if (found.length === 0) return [`第${expected.line}行：没有“${name}”的结果`];
  return found.flatMap((outcome) =>
    fields
      .filter(([field]) => !agrees(field, expected[field], outcome[field]))
      .map(
        ([field, title]) =>
          `第${expected.line}行 ${name} ${title}：预期“${expected[field]}”，算出“${outcome[field] ?? '无'}”`,
      ),
  );
}

const stageNames = { primary: '小学', junior: '初中' } as const;
const fields = [
  ['verdict', '结论'],
  ['localVerdict', '本地结论'],
  ['value', '数值'],
  ['reason', '原因'],
] as const;

function agrees(field: keyof Outcome, expected: string | null, found: string | null): boolean {
  if (expected === null) return true;
  return field === 'reason' ? (found ?? '').includes(expected) : found === expected;
}

function outcomesOf(expected: Expectation, result: CountyResult): Outcome[] {
  switch (expected.about) {
    case 'figure':
    case 'section':
      return sectionOutcomes(expected, result);
    case 'coefficient':
      return result.coefficients
        .filter((each) => each.indicator === expected.indicator && fits(expected.stage, each.stage))
        .map((each) => ({ ...named(each), value: each.text, reason: each.reason }));
    case 'veto':
      return result.vetoes
        .filter((each) => expected.indicator === null || each.name === expected.indicator)
        .filter((each) => expected.indicator !== null || each.verdict !== 'met')
        .map((each) => ({ ...concluded(each), value: null, reason: null }));
    case 'county':
      return [{ ...concluded(result), value: null, reason: result.reasons.join('；') }];
    case 'excluded':
      return result.excluded
        .filter((each) => each.school === expected.school)
        .map(({ reason }) => ({ verdict: '不适用', localVerdict: null, value: null, reason }));
    case 'indicator':
      return indicatorOutcomes(expected, result);
  }
}

function sectionOutcomes(expected: Expectation, result: CountyResult): Outcome[] {
  const sections = result.sections.filter(
    (each) => each.school === expected.school && fits(expected.stage, each.stage),
  );
  if (expected.about === 'section') {
    return sections.map((each) => ({
      ...concluded(each),
      value: each.missed.join('、'),
      reason: each.reason,
    }));
  }
  return sections
    .flatMap((each) => Object.values(each.indicators))
    .filter((figure) => figure.id === expected.indicator)
    .map((figure) => ({ ...named(figure), value: figure.ratioText, reason: figure.reason }));
}

function indicatorOutcomes(expected: Expectation, result: CountyResult): Outcome[] {
  const found = result.indicators.filter((each) => each.indicator === expected.indicator);
  if (expected.school === null) {
    return found.map((each) => ({
      ...named(each),
      value: each.tests.map((test) => test.text).join('；'),
      reason: each.reason,
    }));
  }
  return found
    .flatMap((each) => each.schools)
    .filter((each) => each.school === expected.school)
    .map((each) => ({ ...named(each), value: each.text, reason: each.reason }));
}

function fits(expected: string | null, stage: string): boolean {
  return expected === null || expected === stage;
}

type Names<T extends string> = Readonly<Record<T, string>>;
interface Judged<T extends string> {
  readonly verdict: T;
  readonly localVerdict?: T | null;
}

function inWords<T extends string>(
  names: Names<T>,
  each: Judged<T>,
): Pick<Outcome, 'verdict' | 'localVerdict'> {
  const local = each.localVerdict ?? null;
  return { verdict: names[each.verdict], localVerdict: local === null ? null : names[local] };
}

const named = (each: Judged<keyof typeof verdictNames>): Pick<Outcome, 'verdict' | 'localVerdict'> =>
  inWords(verdictNames, each);
const concluded = (each: Judged<keyof typeof conclusionNames>): Pick<Outcome, 'verdict' | 'localVerdict'> =>
  inWords(conclusionNames, each);
