import type { CivilDate } from '#kernel';
import type { Decimal } from './decimal.js';
import type {
  Definition,
  EvaluationPoint,
  IndicatorDefinition,
  IndicatorTest,
  Parameter,
  ScopeRule,
  SpecialCase,
  Threshold,
  VetoDefinition,
} from './types.js';

/** The numbers beside the thresholds, by the names the data files use. */
export const ruleIds = [
  'minimum-met',
  'floor',
  'coefficient-primary',
  'coefficient-junior',
  'weight-primary',
  'weight-junior',
  'weight-senior',
  'secondary-junior',
  'secondary-senior',
  'classes-per-room',
  'small-school',
  'large-class',
  'oversize-class',
] as const;
export type RuleId = (typeof ruleIds)[number];

export interface DatedRule extends Parameter<Decimal> {
  readonly id: RuleId;
}

/** A test with the thresholds of all dates. */
export interface DatedTest extends Omit<IndicatorTest, 'national' | 'local'> {
  readonly thresholds: readonly Threshold[];
}

export interface DatedIndicator extends Omit<IndicatorDefinition, 'tests' | 'points' | 'definitions'> {
  readonly tests: readonly DatedTest[];
}

export interface DatedPoint extends EvaluationPoint {
  readonly indicator: string;
}

/** A local target for one test of an indicator. */
export interface LocalTarget extends Threshold {
  readonly indicator: string;
  readonly test: string;
}

/** What may be dated and corrected by a place: numbers, scope and understanding of words. */
export interface DatedRules {
  readonly rules: readonly DatedRule[];
  readonly scope: readonly ScopeRule[];
  readonly definitions: readonly Definition[];
  readonly specialCases: readonly SpecialCase[];
}

export interface PlaceStandard extends DatedRules {
  readonly id: string;
  readonly name: string;
  readonly targets: readonly LocalTarget[];
}

/** Everything known of the standard, past and announced: nation and places. */
export interface StandardCatalogue extends DatedRules {
  readonly indicators: readonly DatedIndicator[];
  readonly points: readonly DatedPoint[];
  readonly vetoes: readonly VetoDefinition[];
  readonly places: readonly PlaceStandard[];
  /** The day from which there is a standard at all. */
  readonly since: CivilDate;
}
