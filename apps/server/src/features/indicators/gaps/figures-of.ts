import {
  type IndicatorDefinition,
  type ResourceIndicator,
  resourceIndicators,
  showDecimal,
  type Stage,
  type TestResult,
  type Verdict,
  verdictNames,
} from '#indicator-engine';
import { DomainError } from '#kernel';
import type { Evaluation } from '../evaluations.js';
import { lineText } from '../figure-views.js';

/** One figure of an indicator: of a school's stage, of a school, or of the county. */
export interface Figure {
  readonly indicator: string;
  readonly schoolCode: string | null;
  readonly schoolName: string | null;
  readonly stage: Stage | null;
  readonly verdict: Verdict;
  /** In words, with its unit. */
  readonly figure: string;
  readonly line: string;
  readonly reason: string | null;
}

type Judged = Pick<Evaluation, 'standard' | 'result'>;

/**
 * Every figure that decides an indicator, against the national line.
 * @throws DomainError `not_found` for an indicator the standard does not know
 */
export function figuresOf(evaluation: Judged, indicator: string): Figure[] {
  const definition = evaluation.standard.indicators.find(({ id }) => id === indicator);
  if (!definition) throw new DomainError('not_found', { detail: '没有这项指标。' });
  const resource = resourceIndicators.find((id) => id === indicator);
  return resource ? resourceFigures(evaluation, definition, resource) : otherFigures(evaluation, definition);
}

function resourceFigures(
  { result }: Judged,
  definition: IndicatorDefinition,
  indicator: ResourceIndicator,
): Figure[] {
  const unit = definition.tests[0]?.unit ?? '';
  const schools = result.sections.map(({ school, name, stage, indicators }): Figure => {
    const { verdict, ratio, ratioText, threshold, reason } = indicators[indicator];
    const figure = ratio === null ? ratioText : `${ratioText} ${unit}`;
    const line = lineText(threshold, unit) ?? '';
    return { indicator, schoolCode: school, schoolName: name, stage, verdict, figure, line, reason };
  });
  const county = result.coefficients
    .filter((coefficient) => coefficient.indicator === indicator)
    .map(({ stage, verdict, text, limit, reason }): Figure => {
      const line = `≤ ${showDecimal(limit.value)}`;
      const figure = `校际差异系数 ${text}`;
      return { indicator, schoolCode: null, schoolName: null, stage, verdict, figure, line, reason };
    });
  return [...schools, ...county];
}

function otherFigures({ result }: Judged, { id, tests }: IndicatorDefinition): Figure[] {
  const own = result.indicators.find(({ indicator }) => indicator === id);
  if (!own) return [];
  const line = tests.flatMap(({ national, unit }) => national.map((each) => lineText(each, unit) ?? ''));
  const schools = own.schools.map(({ school, name, verdict, text, reason }): Figure => ({
    indicator: id,
    schoolCode: school,
    schoolName: name,
    stage: null,
    verdict,
    figure: text,
    line: line.join('；'),
    reason,
  }));
  const decidedBySchools = own.schools.length > 0 && own.tests.every(({ verdict }) => verdict !== 'unmet');
  if (decidedBySchools) return schools;
  const county: Figure = {
    indicator: id,
    schoolCode: null,
    schoolName: null,
    stage: null,
    verdict: own.verdict,
    figure: own.tests.map(testText).join('；') || verdictNames[own.verdict],
    line: line.join('；'),
    reason: own.reason,
  };
  return [...schools, county];
}

function testText({ name, text }: TestResult, _: number, all: readonly TestResult[]): string {
  return all.length > 1 ? `${name} ${text}` : text;
}
