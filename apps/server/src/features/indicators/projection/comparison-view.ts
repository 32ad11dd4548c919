import { type Stage, stages } from '#indicator-engine';
import type {
  ComparedRow,
  ComparedValue,
  Comparison,
  Measure,
  ProjectedYearRow,
  ProjectionView,
  StageYear,
} from './projection.dto.js';

type StageMeasure = Extract<Measure, keyof StageYear>;
const stageMeasures: readonly StageMeasure[] = ['met', 'unmet', 'toVerify', 'pupils', 'balance'];
const countyMeasures: Readonly<Record<Exclude<Measure, StageMeasure>, (year: ProjectedYearRow) => number>> = {
  coefficients: ({ coefficients }) => coefficients.filter(({ verdict }) => verdict === 'unmet').length,
  oversized: ({ oversized }) => oversized.length,
};

/** Projections side by side, each year, with the difference from the first in words; page and workbook show this one. */
export function comparisonView(projections: readonly ProjectionView[]): Comparison {
  const years = [...new Set(projections.flatMap((each) => each.years.map(({ year }) => year)))].toSorted(
    (a, b) => a - b,
  );
  return {
    columns: projections.map(({ id, name, dataSet, goalYear }) => ({ id, name, dataSet, goalYear })),
    rows: years.flatMap((year) => yearRows(year, projections)),
    notes: notesOf(projections),
  };
}

function yearRows(year: number, projections: readonly ProjectionView[]): ComparedRow[] {
  const rows = projections.map(({ years }) => years.find((each) => each.year === year));
  const ofStage = (stage: Stage, measure: StageMeasure): ComparedRow =>
    comparedRow(
      year,
      stage,
      measure,
      rows.map((row) => row?.stages.find((each) => each.stage === stage)?.[measure]),
    );
  const ofCounty = Object.entries(countyMeasures).map(([measure, of]) =>
    comparedRow(
      year,
      null,
      measure as Measure,
      rows.map((row) => row && of(row)),
    ),
  );
  return [...stages.flatMap((stage) => stageMeasures.map((measure) => ofStage(stage, measure))), ...ofCounty];
}

function comparedRow(
  year: number,
  stage: Stage | null,
  measure: Measure,
  found: readonly (number | null | undefined)[],
): ComparedRow {
  const values = found.map((value) => value ?? null);
  const [first = null] = values;
  return {
    year,
    stage,
    measure,
    values: values.map((value, index): ComparedValue => ({
      value,
      difference: index === 0 ? '' : differenceText(value, first),
    })),
    differs: values.some((value) => value !== first),
  };
}

/** @example differenceText(12, 10) // '多 2' */
export function differenceText(value: number | null, first: number | null): string {
  if (value === null || first === null) return value === first ? '' : '无法比较';
  if (value === first) return '相同';
  return value > first ? `多 ${value - first}` : `少 ${first - value}`;
}

function notesOf(projections: readonly ProjectionView[]): string[] {
  const sets = new Set(projections.map(({ dataSet }) => dataSet.id));
  return [
    ...(sets.size > 1 ? ['各方案所用的学校数据不是同一份，差异里也有数据本身的差异。'] : []),
    ...projections.flatMap(({ name, notes }) => notes.map((note) => `${name}：${note}`)),
  ];
}
