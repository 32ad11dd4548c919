import {
  type CountyResult,
  type Decimal,
  type FigureResult,
  type IndicatorResult,
  type Ratio,
  reduceRatio,
  resourceIndicators,
  type SectionResult,
  showDecimal,
  type Standard,
} from '#indicator-engine';
import type { FileEvaluation } from './evaluate-file.js';
import type { TableReading } from './files/table-reading.js';

/** What was read of a file, as docs/schemas/import.schema.json describes it. */
export function importJson(reading: TableReading<unknown>): object {
  const { sheet, rowsRead, accepted, rejected, faults, faultCount, questions, unknownColumns, notes } =
    reading;
  return {
    sheet,
    rowsRead,
    accepted: accepted.length,
    rejected: rejected.length,
    faultCount,
    faults,
    questions,
    unknownColumns,
    notes,
  };
}

/** An evaluation as docs/schemas/evaluation.schema.json describes it: exact figures are fractions of whole numbers. */
export function evaluationJson({ schools, classes, standard, result }: FileEvaluation): object {
  return {
    ...standardJson(standard),
    schools: importJson(schools),
    classes: classes && importJson(classes),
    evaluation: result && resultJson(result),
  };
}

export function standardJson({ place, placeName, asOf, fingerprint }: Standard): object {
  return { place, placeName, asOf, standard: fingerprint };
}

function resultJson(result: CountyResult): object {
  const { verdict, localVerdict, reasons, fingerprint } = result;
  return {
    verdict,
    localVerdict,
    reasons,
    fingerprint,
    sections: result.sections.map(sectionJson),
    excluded: result.excluded.map(({ school, name, reason, basis }) => ({
      school,
      name,
      reason,
      basis: basis && { document: basis.document, clause: basis.clause, authority: basis.authority },
    })),
    coefficients: result.coefficients.map((each) => ({
      indicator: each.indicator,
      stage: each.stage,
      verdict: each.verdict,
      reason: each.reason,
      text: each.text,
      squared: ratioJson(each.squared),
      limit: showDecimal(each.limit.value),
      mean: ratioJson(each.mean),
      missing: each.missing,
      contradictory: each.contradictory,
    })),
    indicators: result.indicators.map(indicatorJson),
    vetoes: result.vetoes.map(({ veto, name, verdict: state }) => ({ veto, name, verdict: state })),
  };
}

function sectionJson(section: SectionResult): object {
  const { school, name, stage, students, verdict, localVerdict, missed, reason, indicators } = section;
  const figures = resourceIndicators.map((id) => figureJson(indicators[id]));
  return { school, name, stage, students, verdict, localVerdict, missed, reason, figures };
}

function figureJson(figure: FigureResult): object {
  return {
    indicator: figure.id,
    verdict: figure.verdict,
    localVerdict: figure.localVerdict,
    reason: figure.reason,
    text: figure.ratioText,
    amount: ratioJson(figure.amount),
    ratio: ratioJson(figure.ratio),
    threshold: lineJson(figure.threshold),
    localThreshold: lineJson(figure.localThreshold),
    floorMet: figure.floorMet,
    contradictory: figure.contradictory,
  };
}

function indicatorJson({
  indicator,
  name,
  verdict,
  localVerdict,
  reason,
  tests,
  schools,
}: IndicatorResult): object {
  return {
    indicator,
    name,
    verdict,
    localVerdict,
    reason,
    tests: tests.map((test) => ({
      test: test.id,
      name: test.name,
      verdict: test.verdict,
      localVerdict: test.localVerdict,
      text: test.text,
      value: ratioJson(test.value),
      threshold: lineJson(test.threshold),
      localThreshold: lineJson(test.localThreshold),
      reason: test.reason,
    })),
    schools: schools.map((each) => ({
      school: each.school,
      name: each.name,
      verdict: each.verdict,
      localVerdict: each.localVerdict,
      text: each.text,
      reason: each.reason,
    })),
  };
}

function lineJson(line: { readonly operator: string; readonly value: Decimal } | null): object | null {
  return line && { operator: line.operator, value: showDecimal(line.value) };
}

function ratioJson(ratio: Ratio | null): object | null {
  if (!ratio) return null;
  const { numerator, denominator } = reduceRatio(ratio);
  return { numerator: numerator.toString(), denominator: denominator.toString() };
}
