import type { EvaluationInput, Stage } from '#indicator-engine';
import type { CivilDate } from '#kernel';

/** One sentence about the rules, as a county official writes it: facts and what must come out. */
export interface Situation {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
  readonly asOf: CivilDate;
  readonly place: string | null;
  readonly input: EvaluationInput;
  readonly expected: readonly Expectation[];
}

/** What must come out for one figure; only what is written is compared. */
export interface Expectation {
  readonly line: number;
  readonly about: 'figure' | 'section' | 'coefficient' | 'indicator' | 'veto' | 'county' | 'excluded';
  readonly school: string | null;
  readonly stage: Stage | null;
  readonly indicator: string | null;
  readonly verdict: string | null;
  readonly localVerdict: string | null;
  readonly value: string | null;
  /** A part of the reason that must be said. */
  readonly reason: string | null;
}

export interface PackTestResult {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
  readonly ok: boolean;
  /** What came out otherwise, in Chinese. */
  readonly differences: readonly string[];
}
