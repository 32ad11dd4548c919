import {
  basisText,
  divideRatios,
  type FigureResult,
  isWeak,
  ratioOf,
  showDecimal,
  showRatio,
  type Threshold,
  type TraceStep,
} from '#indicator-engine';
import type { TraceRow } from './indicators.dto.js';

/** Figure ÷ line to four places, for shading; no verdict rests on it. */
export function ratioToLine({ ratio, threshold }: FigureResult): number | null {
  if (ratio === null || threshold === null || threshold.value.units === 0n) return null;
  return Number(showRatio(divideRatios(ratio, ratioOf(threshold.value)), 4));
}

export function lineText(threshold: Threshold | null, unit: string): string | null {
  return threshold && `${threshold.operator} ${showDecimal(threshold.value)} ${unit}`.trim();
}

export function traceRows(trace: readonly TraceStep[]): TraceRow[] {
  return trace.map(({ kind, text, cell, basis }) => ({
    kind,
    text,
    cell,
    basisText: basis && basisText(basis),
    weak: basis !== null && isWeak(basis),
  }));
}
