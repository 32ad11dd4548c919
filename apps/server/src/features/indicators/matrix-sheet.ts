import { conclusionNames, stageNames } from '#indicator-engine';
import { civilDate } from '#kernel';
import type { MatrixSheet } from '#official-documents';
import { sourceText } from './data-set-text.js';
import { schoolKindNames } from './evaluation-words.js';
import type { SchoolMatrix } from './indicators.dto.js';

/** The matrix in the words of the printed form. */
export function toMatrixSheet(matrix: SchoolMatrix, campaignName: string): MatrixSheet {
  const { dataSet, stage, rows, coefficients } = matrix;
  return {
    campaignName,
    asOf: civilDate(matrix.asOf),
    stageName: stageNames[stage],
    source: sourceText(dataSet),
    indicators: coefficients.map(({ indicator, name }) => ({ id: indicator, name })),
    rows: rows.map((row) => ({
      code: row.code,
      name: row.name,
      kind: schoolKindNames[row.kind],
      students: row.students,
      figures: row.cells.map(({ text, verdict }) => ({ text, unmet: verdict === 'unmet' })),
      conclusion: conclusionNames[row.verdict],
      localConclusion: row.localVerdict && conclusionNames[row.localVerdict],
      missed: row.missed,
    })),
    coefficients: coefficients.map(({ text, verdict }) => ({ text, unmet: verdict === 'unmet' })),
    limits: coefficients.map(({ limitText }) => limitText),
  };
}

export function matrixName({ stage, asOf }: SchoolMatrix): string {
  return `学校达标表-${stageNames[stage]}-${asOf}.xlsx`;
}
