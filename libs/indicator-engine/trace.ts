import { type Decimal, type Ratio, showDecimal, showRatio } from './decimal.js';
import type { TraceStep } from './results.js';
import type { Basis, Parameter, Threshold } from './types.js';

/** Decimal places that people see; verdicts never rest on them. */
export const shownDigits = 3;

export function inputStep(text: string, cell: string | undefined): TraceStep {
  return { kind: 'input', text, cell: cell ?? null, basis: null };
}

export function step(kind: 'formula' | 'step' | 'verdict' | 'note', text: string): TraceStep {
  return { kind, text, cell: null, basis: null };
}

export function parameterStep(name: string, parameter: Parameter<Decimal>): TraceStep {
  const value = showDecimal(parameter.value);
  return {
    kind: 'parameter',
    text: `${name} ${value}（自${parameter.since}起，${basisText(parameter.basis)}）`,
    cell: null,
    basis: parameter.basis,
  };
}

export function thresholdStep(name: string, threshold: Threshold, unit: string): TraceStep {
  const due = threshold.dueOn === null ? '' : `，期限${threshold.dueOn}`;
  const line = `${threshold.operator} ${showDecimal(threshold.value)} ${unit}`;
  return {
    kind: 'parameter',
    text: `${name} ${line}（自${threshold.since}起${due}，${basisText(threshold.basis)}）`,
    cell: null,
    basis: threshold.basis,
  };
}

/** Document and clause; what rests on weak authority says 待核. */
export function basisText(basis: Basis): string {
  const place = basis.clause === null ? basis.document : `${basis.document} ${basis.clause}`;
  return isWeak(basis) ? `${place}，待核` : place;
}

/**
 * Whether a value rests on a mirror or on practice only and is shown as 待核.
 * @example isWeak({ ...basis, authority: 'practice' }) // true
 */
export function isWeak(basis: Basis): boolean {
  return basis.authority !== 'official';
}

export function shown(ratio: Ratio): string {
  return showRatio(ratio, shownDigits);
}

/** As many places as are needed, at most `digits`. */
export function shortText(ratio: Ratio, digits: number): string {
  const text = showRatio(ratio, digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
