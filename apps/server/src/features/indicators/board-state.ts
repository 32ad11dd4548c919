import {
  type CountyResult,
  type IndicatorResult,
  type ResourceIndicator,
  resourceIndicators,
  stageNames,
  type Verdict,
  verdictNames,
} from '#indicator-engine';
import type { BoardRow } from './indicators.dto.js';

export type BoardState = Pick<
  BoardRow,
  'verdict' | 'localVerdict' | 'text' | 'reason' | 'schoolsUnmet' | 'schoolsTotal'
>;

/** How an indicator stands, as the board says it. */
export function boardState(id: string, result: CountyResult): BoardState {
  const resource = resourceIndicators.find((each) => each === id);
  return resource ? resourceState(resource, result) : indicatorState(id, result);
}

/** C1–C7: every section at the line, and both coefficients within their limit. */
function resourceState(id: ResourceIndicator, { sections, coefficients }: CountyResult): BoardState {
  const figures = sections.map((section) => section.indicators[id]);
  const own = coefficients.filter(({ indicator }) => indicator === id);
  const spread = own.map(({ stage, text }) => `${stageNames[stage]} ${text}`).join('，');
  const unmet = figures.filter(({ verdict }) => verdict === 'unmet').length;
  const hasLocal = figures.some(({ localVerdict }) => localVerdict !== null);
  const national = [...figures, ...own].map(({ verdict }) => verdict);
  const local = [
    ...figures.map(({ verdict, localVerdict }) => localVerdict ?? verdict),
    ...own.map(({ verdict }) => verdict),
  ];
  return {
    verdict: figures.length === 0 ? 'no_data' : worstOf(national),
    localVerdict: hasLocal ? worstOf(local) : null,
    text: figures.length === 0 ? verdictNames.no_data : `差异系数：${spread}`,
    reason: unmet > 0 ? `${unmet} 个校段低于国家标准` : null,
    schoolsUnmet: unmet,
    schoolsTotal: figures.length,
  };
}

function indicatorState(id: string, { indicators }: CountyResult): BoardState {
  const result = indicators.find(({ indicator }) => indicator === id);
  if (!result) throw new Error(`the engine did not judge ${id}`);
  const { verdict, localVerdict, reason, schools } = result;
  return {
    verdict,
    localVerdict,
    text: textOf(result),
    reason,
    schoolsUnmet: schools.filter((school) => school.verdict === 'unmet').length,
    schoolsTotal: schools.length,
  };
}

function textOf({ verdict, tests, schools }: IndicatorResult): string {
  const unmet = schools.filter((school) => school.verdict === 'unmet').length;
  const parts = [
    ...tests.map(({ name, text }) => (tests.length > 1 ? `${name} ${text}` : text)),
    ...(schools.length > 0 ? [`${unmet}/${schools.length} 所学校未达标`] : []),
  ];
  return parts.join('；') || verdictNames[verdict];
}

/** 未达标 outweighs all; then what could not be computed; 不适用 counts for nothing. */
function worstOf(verdicts: readonly Verdict[]): Verdict {
  const order: readonly Verdict[] = ['unmet', 'error', 'no_data', 'met'];
  return order.find((each) => verdicts.includes(each)) ?? 'not_applicable';
}
