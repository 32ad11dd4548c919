import {
  type CountyResult,
  type IndicatorDefinition,
  type IndicatorResult,
  isWeak,
  type ResourceIndicator,
  resourceIndicators,
  stageNames,
  type Verdict,
  verdictNames,
} from '#indicator-engine';
import type { UnitRef } from '../../http/refs.dto.js';
import type { Evaluation } from './evaluations.js';
import type { BoardRow } from './indicators.dto.js';
import { responsibleUnits } from './responsible-units.js';

/** One indicator with its units. */
export function boardRow(
  indicator: IndicatorDefinition,
  { result }: Evaluation,
  units: ReadonlyMap<string, UnitRef>,
): BoardRow {
  const { id, name, group, level, type, cycle } = indicator;
  const lead = responsibleUnits(indicator.lead, units);
  const support = responsibleUnits(indicator.support, units);
  const resource = resourceIndicators.find((each) => each === id);
  return {
    id,
    name,
    group,
    level,
    type,
    cycle,
    ...(resource ? resourceState(resource, result) : indicatorState(id, result)),
    leadUnits: lead.units,
    supportUnits: support.units,
    leadNames: lead.names,
    supportNames: support.names,
    weakBasis: restsOnWeakBasis(indicator),
  };
}

type State = Pick<BoardRow, 'verdict' | 'localVerdict' | 'text' | 'reason' | 'schoolsUnmet' | 'schoolsTotal'>;

/** C1–C7: every section at the line, and both coefficients within their limit. */
function resourceState(id: ResourceIndicator, { sections, coefficients }: CountyResult): State {
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

function indicatorState(id: string, { indicators }: CountyResult): State {
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

function restsOnWeakBasis({ basis, tests }: IndicatorDefinition): boolean {
  const lines = tests.flatMap(({ national, local }) => [...national, ...local]);
  return isWeak(basis) || lines.some((line) => isWeak(line.basis));
}
