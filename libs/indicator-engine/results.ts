import type { Decimal, Ratio } from './decimal.js';
import type {
  Basis,
  Conclusion,
  Parameter,
  ResourceIndicator,
  SchoolRecord,
  Stage,
  Threshold,
  Verdict,
  VetoEvent,
} from './types.js';

/** One line of an explanation, in Chinese. */
export interface TraceStep {
  readonly kind: 'input' | 'formula' | 'parameter' | 'step' | 'verdict' | 'note';
  readonly text: string;
  readonly cell: string | null;
  readonly basis: Basis | null;
}

/** A verdict as it would be if no special case were applied. */
export interface PlainVerdicts<T> {
  readonly verdict: T;
  readonly localVerdict: T | null;
}

/** What one school has in one stage of one resource: exact, after an integrated school's share is taken. */
export type Amount =
  | {
      readonly state: 'value';
      readonly amount: Ratio;
      readonly share: Ratio;
      readonly trace: readonly TraceStep[];
    }
  | { readonly state: 'no_data' | 'error'; readonly reason: string; readonly trace: readonly TraceStep[] };

/** One stage of one school: the row on which the school rule is judged. */
export interface Section {
  readonly school: SchoolRecord;
  readonly stage: Stage;
  /** null: 无数据. */
  readonly students: number | null;
  readonly amounts: Readonly<Record<ResourceIndicator, Amount>>;
}

export interface Excluded {
  readonly school: string;
  readonly name: string;
  readonly reason: string;
  /** null: the county's own choice, not a rule. */
  readonly basis: Basis | null;
}

export interface FigureResult {
  readonly id: ResourceIndicator;
  /** Against the national line. */
  readonly verdict: Verdict;
  /** Against the local target; null: there is none. */
  readonly localVerdict: Verdict | null;
  /** Why there is no figure, or why the display looks contradictory; null otherwise. */
  readonly reason: string | null;
  /** 人, ㎡, 元 or 间 (C6 in 元), the section's share. */
  readonly amount: Ratio | null;
  readonly students: number | null;
  /** Amount ÷ students (× 100 for C1–C3 and C7), exact. */
  readonly ratio: Ratio | null;
  /** Three decimals, or '无数据' and the like. */
  readonly ratioText: string;
  readonly threshold: Threshold | null;
  readonly localThreshold: Threshold | null;
  /** Whether 85 % of the line is reached; null without a figure. */
  readonly floorMet: boolean | null;
  /** The rounded display and the exact verdict seem to disagree. */
  readonly contradictory: boolean;
  readonly trace: readonly TraceStep[];
  /** Present when special cases change the verdict. */
  readonly withoutCases?: PlainVerdicts<Verdict>;
}

export interface SectionResult {
  /** Code. */
  readonly school: string;
  readonly name: string;
  readonly stage: Stage;
  readonly students: number | null;
  readonly indicators: Readonly<Record<ResourceIndicator, FigureResult>>;
  readonly verdict: Conclusion;
  readonly localVerdict: Conclusion | null;
  /** Below the national line. */
  readonly missed: readonly ResourceIndicator[];
  readonly reason: string | null;
  readonly trace: readonly TraceStep[];
  /** Present when special cases change the verdict. */
  readonly withoutCases?: PlainVerdicts<Conclusion>;
}

export interface CoefficientResult {
  readonly indicator: ResourceIndicator;
  readonly stage: Stage;
  readonly verdict: Verdict;
  readonly reason: string | null;
  /** CV², exact; null without a figure. */
  readonly squared: Ratio | null;
  /** For charts only; the verdict never rests on it. */
  readonly approximate: number | null;
  /** Three decimals. */
  readonly text: string;
  readonly limit: Parameter<Decimal>;
  readonly mean: Ratio | null;
  /** Codes of the schools whose figure is missing. */
  readonly missing: readonly string[];
  /** Shows 0.500 but fails, or the like. */
  readonly contradictory: boolean;
  readonly trace: readonly TraceStep[];
  /** Present when special cases change the verdict. */
  readonly withoutCases?: PlainVerdicts<Verdict>;
}

/** One test against its lines. */
export interface TestResult {
  readonly id: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly localVerdict: Verdict | null;
  readonly value: Ratio | null;
  readonly text: string;
  readonly threshold: Threshold | null;
  readonly localThreshold: Threshold | null;
  readonly reason: string | null;
  readonly trace: readonly TraceStep[];
}

export interface SchoolIndicatorResult {
  readonly indicator: string;
  readonly school: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly localVerdict: Verdict | null;
  readonly text: string;
  readonly reason: string | null;
  readonly trace: readonly TraceStep[];
  /** Present when special cases change the verdict. */
  readonly withoutCases?: PlainVerdicts<Verdict>;
}

export interface IndicatorResult {
  readonly indicator: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly localVerdict: Verdict | null;
  readonly tests: readonly TestResult[];
  /** For indicators that every school must reach. */
  readonly schools: readonly SchoolIndicatorResult[];
  readonly reason: string | null;
  /** Present when special cases change the verdict. */
  readonly withoutCases?: PlainVerdicts<Verdict>;
}

export interface VetoResult {
  readonly veto: string;
  readonly name: string;
  readonly verdict: 'met' | 'unmet' | 'to_verify';
  readonly events: readonly VetoEvent[];
}

export interface CountyResult {
  readonly sections: readonly SectionResult[];
  readonly excluded: readonly Excluded[];
  /** 7 indicators × 2 stages. */
  readonly coefficients: readonly CoefficientResult[];
  /** C8…C31 and approval, in order. */
  readonly indicators: readonly IndicatorResult[];
  readonly vetoes: readonly VetoResult[];
  readonly verdict: Conclusion;
  readonly localVerdict: Conclusion | null;
  readonly reasons: readonly string[];
  /** SHA-256 over inputs and standard. */
  readonly fingerprint: string;
  /** Present when special cases change the verdict. */
  readonly withoutCases?: PlainVerdicts<Conclusion>;
}
