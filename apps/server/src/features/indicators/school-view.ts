import { type IndicatorDefinition, resourceIndicators, type SectionResult } from '#indicator-engine';
import { DomainError } from '#kernel';
import type { Evaluation } from './evaluations.js';
import { lineText, ratioToLine, traceRows } from './figure-views.js';
import type { FigureView, SchoolIndicatorRow, SchoolView, SectionView } from './indicators.dto.js';
import { excludedSchool } from './school-matrix.js';

/**
 * One school: its sections with the why of every figure, and the other indicators judged school by school.
 * @throws DomainError `not_found` when the data set has no such school
 */
export function schoolView(
  { dataSet, asOf, standard, schools, result }: Evaluation,
  code: string,
): SchoolView {
  const school = schools.find((each) => each.code === code);
  if (!school || !dataSet) throw new DomainError('not_found', { detail: '这份数据里没有这所学校。' });
  const definitions = new Map(standard.indicators.map((each) => [each.id, each]));
  const excluded = result.excluded.find((each) => each.school === code);
  const { name, kind, township } = school;
  return {
    dataSet,
    asOf,
    code,
    name,
    kind,
    township,
    excluded: excluded ? excludedSchool(excluded) : null,
    sections: result.sections
      .filter((section) => section.school === code)
      .map((section) => sectionView(section, definitions)),
    other: otherIndicators(result.indicators, code),
  };
}

type Definitions = ReadonlyMap<string, IndicatorDefinition>;

function sectionView(section: SectionResult, definitions: Definitions): SectionView {
  const { stage, students, verdict, localVerdict, reason, trace } = section;
  const figures = resourceIndicators.map((id): FigureView => {
    const figure = section.indicators[id];
    const unit = definitions.get(id)?.tests[0]?.unit ?? '';
    return {
      indicator: id,
      name: definitions.get(id)?.name ?? id,
      unit,
      verdict: figure.verdict,
      localVerdict: figure.localVerdict,
      text: figure.ratioText,
      lineText: lineText(figure.threshold, unit),
      localLineText: lineText(figure.localThreshold, unit),
      ratioToLine: ratioToLine(figure),
      floorMet: figure.floorMet,
      reason: figure.reason,
      contradictory: figure.contradictory,
      trace: traceRows(figure.trace),
    };
  });
  return { stage, students, verdict, localVerdict, reason, figures, trace: traceRows(trace) };
}

function otherIndicators(indicators: Evaluation['result']['indicators'], code: string): SchoolIndicatorRow[] {
  return indicators.flatMap(({ indicator, name, schools }) =>
    schools
      .filter((each) => each.school === code)
      .map(({ verdict, localVerdict, text, reason, trace }) => ({
        indicator,
        name,
        verdict,
        localVerdict,
        text,
        reason,
        trace: traceRows(trace),
      })),
  );
}
