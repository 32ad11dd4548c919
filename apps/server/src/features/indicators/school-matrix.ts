import {
  basisText,
  type CoefficientResult,
  type Excluded,
  resourceIndicators,
  type SectionResult,
  showDecimal,
  type Stage,
} from '#indicator-engine';
import type { Evaluation } from './evaluations.js';
import type { SchoolKind } from './evaluation-words.js';
import { ratioToLine } from './figure-views.js';
import type {
  CoefficientRow,
  ExcludedSchool,
  MatrixCell,
  MatrixRow,
  SchoolMatrix,
} from './indicators.dto.js';

/** Schools × 7 of one stage; page and workbook show this one. */
export function schoolMatrix(
  { dataSet, asOf, standard, schools, result }: Evaluation,
  stage: Stage,
): SchoolMatrix {
  const kinds = new Map(schools.map(({ code, kind }) => [code, kind]));
  const names = new Map(standard.indicators.map(({ id, name }) => [id, name]));
  return {
    dataSet,
    asOf,
    stage,
    rows: result.sections
      .filter((section) => section.stage === stage)
      .map((section) => matrixRow(section, kinds.get(section.school) ?? 'primary')),
    coefficients: result.coefficients
      .filter((coefficient) => coefficient.stage === stage)
      .map((coefficient) => coefficientRow(coefficient, names.get(coefficient.indicator) ?? '')),
    excluded: result.excluded.map(excludedSchool),
  };
}

function matrixRow(section: SectionResult, kind: SchoolKind): MatrixRow {
  const { school: code, name, students, verdict, localVerdict, missed } = section;
  const cells = resourceIndicators.map((id): MatrixCell => {
    const figure = section.indicators[id];
    return {
      indicator: id,
      verdict: figure.verdict,
      localVerdict: figure.localVerdict,
      text: figure.ratioText,
      ratioToLine: ratioToLine(figure),
      floorMet: figure.floorMet,
    };
  });
  return { code, name, kind, students, verdict, localVerdict, cells, missed: [...missed] };
}

function coefficientRow(coefficient: CoefficientResult, name: string): CoefficientRow {
  const { indicator, stage, text, approximate, limit, verdict, reason, contradictory, missing } = coefficient;
  const limitText = showDecimal(limit.value);
  return {
    indicator,
    name,
    stage,
    text,
    approximate,
    limitText,
    limit: Number(limitText),
    verdict,
    reason,
    contradictory,
    missing: missing.length,
  };
}

export function excludedSchool({ school, name, reason, basis }: Excluded): ExcludedSchool {
  return { code: school, name, reason, basisText: basis && basisText(basis) };
}
