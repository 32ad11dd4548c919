import { evaluateCoefficient } from './coefficient.js';
import { evaluateSection } from './evaluate-section.js';
import { fingerprintOf } from './fingerprint.js';
import { evaluateJudged } from './judged-test.js';
import { evaluateRatio, withoutValue } from './ratio-test.js';
import { evaluateSchool } from './school-tests.js';
import { applyCases, casesOf } from './special-cases.js';
import { notePlain } from './note-plain.js';
import { buildSections } from './sections.js';
import { combineVerdicts, conclude, thresholdFor } from './thresholds.js';
import type { CountyResult, IndicatorResult, SchoolIndicatorResult, TestResult } from './results.js';
import {
  type Conclusion,
  conclusionNames,
  type EvaluationInput,
  type IndicatorDefinition,
  type IndicatorTest,
  resourceIndicators,
  type Standard,
  stages,
  type Verdict,
} from './types.js';
import { evaluateVetoes } from './vetoes.js';

/**
 * Judges a county: every section, the 14 coefficients, C8–C31, 社会认可度 and the vetoes; there are no scores.
 *
 * Special cases that the county registered are applied; where they change a verdict, the one without them stays
 * beside it.
 *
 * The same input and standard give the same result, whenever it is run.
 * @example evaluateCounty(input, standardAsOf(catalogue, 'xinmi', date)).verdict // 'to_verify'
 */
export function evaluateCounty(input: EvaluationInput, standard: Standard): CountyResult {
  const result = evaluated(input, standard);
  if ((input.county.specialCases ?? []).length === 0) return result;
  const plain = evaluated({ ...input, county: { ...input.county, specialCases: [] } }, standard);
  return notePlain(result, plain);
}

function evaluated(input: EvaluationInput, standard: Standard): CountyResult {
  const plan = buildSections(input.schools, standard, applyCases(input, standard));
  const sections = plan.sections.map((section) => evaluateSection(section, standard));
  const coefficients = stages.flatMap((stage) =>
    resourceIndicators.map((id) => evaluateCoefficient(plan.sections, id, stage, standard)),
  );
  const indicators = standard.indicators
    .filter((each) => each.group !== 'resources')
    .map((each) => evaluateIndicator(each, input, standard));
  const vetoes = evaluateVetoes(input.county.vetoes, standard);
  const parts = { sections, coefficients, indicators, vetoes };
  return {
    ...parts,
    excluded: plan.excluded,
    verdict: countyConclusion(parts, (each) => each.verdict),
    localVerdict:
      standard.place === null ? null : countyConclusion(parts, (each) => each.localVerdict ?? each.verdict),
    reasons: reasonsOf(parts),
    fingerprint: fingerprintOf({
      standard: standard.fingerprint,
      asOf: standard.asOf,
      schools: input.schools.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      classes: input.classes,
      county: input.county,
    }),
  };
}

type Parts = Pick<CountyResult, 'sections' | 'coefficients' | 'indicators' | 'vetoes'>;
interface Judged {
  readonly verdict: Verdict | Conclusion;
  readonly localVerdict?: Verdict | Conclusion | null;
}

/** Without any section there is nothing to recognize: 待核实. */
function countyConclusion(parts: Parts, view: (part: Judged) => Verdict | Conclusion): Conclusion {
  const { sections, coefficients, indicators, vetoes } = parts;
  const all: Judged[] = [...sections, ...coefficients, ...indicators, ...vetoes];
  const conclusion = conclude(all.map(view));
  return conclusion === 'met' && sections.length === 0 ? 'to_verify' : conclusion;
}

/**
 * Judges one indicator of the county; an indicator with several tests needs all of them.
 * @example evaluateIndicator(c18, input, standard).tests.length // 2
 */
export function evaluateIndicator(
  indicator: IndicatorDefinition,
  input: EvaluationInput,
  standard: Standard,
): IndicatorResult {
  const perSchool = indicator.tests.filter((test) => isSchoolTest(indicator, test));
  const schools = perSchool.flatMap((test) => schoolResults(indicator, test, input, standard));
  const tests = indicator.tests
    .filter((test) => !perSchool.includes(test))
    .map((test) => countyTest(indicator, test, input, standard));
  const none: TestResult[] =
    tests.length + schools.length === 0
      ? [withoutValue({ id: indicator.id, name: indicator.name }, 'no_data', '没有学校数据', [])]
      : [];
  const parts = [...tests, ...schools, ...none];
  const locals = parts.map((each) => each.localVerdict);
  return {
    indicator: indicator.id,
    name: indicator.name,
    verdict: combineVerdicts(parts.map((each) => each.verdict)),
    localVerdict: locals.every((each) => each === null)
      ? null
      : combineVerdicts(parts.map((each) => each.localVerdict ?? each.verdict)),
    tests: [...tests, ...none],
    schools,
    reason: reasonOf(tests, schools, none),
  };
}

function isSchoolTest(indicator: IndicatorDefinition, test: IndicatorTest): boolean {
  return indicator.level === 'school' && test.method !== 'judged';
}

function countyTest(
  indicator: IndicatorDefinition,
  test: IndicatorTest,
  input: EvaluationInput,
  standard: Standard,
): TestResult {
  const { county } = input;
  if (test.method === 'judged') return evaluateJudged(indicator, test, county.judgements, standard.asOf);
  return evaluateRatio(
    test,
    (key) => ({ text: county.figures[key] ?? null, cell: county.cells?.[`figures.${key}`] }),
    thresholdFor(test.national, null, null),
    thresholdFor(test.local, null, null),
  );
}

/** Schools that the county itself left out are left out here too; the size rules for C1–C7 do not apply. */
function schoolResults(
  indicator: IndicatorDefinition,
  test: IndicatorTest,
  input: EvaluationInput,
  standard: Standard,
): SchoolIndicatorResult[] {
  const cases = applyCases(input, standard);
  return input.schools
    .filter((school) => school.inScope !== false)
    .flatMap((school) => {
      const result = evaluateSchool({
        school,
        test,
        input,
        standard,
        cases: casesOf(cases, school.code, indicator.id),
      });
      if (!result) return [];
      const { verdict, localVerdict, text, reason, trace } = result;
      const { code, name } = school;
      return [{ indicator: indicator.id, school: code, name, verdict, localVerdict, text, reason, trace }];
    });
}

function reasonOf(
  tests: readonly TestResult[],
  schools: readonly SchoolIndicatorResult[],
  none: readonly TestResult[],
): string | null {
  const open = [...tests, ...none].filter((each) => each.reason !== null);
  const unmet = schools.filter((each) => each.verdict === 'unmet').length;
  const missing = schools.filter((each) => each.verdict === 'no_data' || each.verdict === 'error').length;
  const reasons = [
    ...open.map((each) => `${each.name}：${each.reason}`),
    ...(unmet > 0 ? [`${unmet}所学校未达标`] : []),
    ...(missing > 0 ? [`${missing}所学校缺数据`] : []),
  ];
  return reasons.length === 0 ? null : reasons.join('；');
}

function reasonsOf({ sections, coefficients, indicators, vetoes }: Parts): string[] {
  const count = (parts: readonly Judged[], verdicts: readonly string[]): number =>
    parts.filter((each) => verdicts.includes(each.verdict)).length;
  const groups = [
    ['学校学段', sections],
    ['差异系数', coefficients],
    ['政府保障、教育质量和社会认可度指标', indicators],
    ['一票否决项', vetoes],
  ] as const;
  return groups.flatMap(([name, parts]) => {
    const unmet = count(parts, ['unmet']);
    const open = count(parts, ['to_verify', 'no_data', 'error']);
    return [
      ...(unmet > 0 ? [`${name}：${unmet}项${conclusionNames.unmet}`] : []),
      ...(open > 0 ? [`${name}：${open}项${conclusionNames.to_verify}`] : []),
    ];
  });
}
