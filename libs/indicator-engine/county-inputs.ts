import type { CivilDate } from '#kernel';

/** A recorded judgement on evidence: by the responsible unit, confirmed by the office. */
export interface Judgement {
  readonly indicator: string;
  /** Test of a two-part indicator; null: the indicator's only judged test. */
  readonly test: string | null;
  /** Evaluation point; null: the test as a whole. */
  readonly point: string | null;
  readonly outcome: 'met' | 'unmet';
  readonly judgedOn: CivilDate;
  readonly unit: string;
  /** Until the office confirms it, a judgement counts as 无数据. */
  readonly confirmedOn: CivilDate | null;
  readonly evidence: string | null;
}

export interface VetoEvent {
  readonly veto: string;
  readonly occurredOn: CivilDate;
  /** Code, or null: not about one school. */
  readonly school: string | null;
  readonly source: string;
  readonly description: string;
  readonly state: 'open' | 'suspected' | 'cleared';
  readonly clearedOn: CivilDate | null;
}

/** That a special case holds for a school, as the county registered it. */
export interface SpecialCaseUse {
  readonly case: string;
  /** Code. */
  readonly school: string;
  /** By `caseValues`: decimals. */
  readonly values: Readonly<Record<string, string>>;
  readonly ground: string;
  readonly since: CivilDate;
}

/** What the county itself enters; texts are decimals, absent or null is 无数据. */
export interface CountyInputs {
  readonly figures: Readonly<Record<string, string | null>>;
  /** Code → input key → value, for indicators that every school must reach (C13 fundedStudents, C26 …). */
  readonly schoolFigures: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly judgements: readonly Judgement[];
  readonly vetoes: readonly VetoEvent[];
  readonly specialCases?: readonly SpecialCaseUse[];
  /** Where a figure comes from: `figures.<key>` or `schoolFigures.<code>.<key>` → words in place of a cell. */
  readonly cells?: Readonly<Record<string, string>>;
}
