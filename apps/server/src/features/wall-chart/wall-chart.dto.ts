import type { Verdict } from '#indicator-engine';
import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../http/refs.dto.js';
import { verdicts } from '../indicators/indicators.module.js';
import { RungCount } from '../escalation/escalation.module.js';
import { Deadline, type PhaseState, phaseStates } from '../timeline/timeline.module.js';
import { StandingCounts } from '../tasks/tasks.module.js';

export class WallUnit {
  unit: UnitRef;
  counts: StandingCounts;
}

export class WallIndicator {
  id: string;
  name: string;
  @ApiProperty({ enum: verdicts, enumName: 'Verdict' })
  verdict: Verdict;
}

export class WallIndicators {
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dataAsOf: string | null;
  met: number;
  unmet: number;
  noData: number;
  list: WallIndicator[];
}

export class WallPhase {
  id: string;
  name: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  startsOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  endsOn: string | null;
  @ApiProperty({ enum: phaseStates, enumName: 'PhaseState' })
  state: PhaseState;
}

/** Places of one year's projects: each level counts what has come at least that far; null: nothing known. */
export class WallProjectYear {
  year: number;
  projects: number;
  /** What the plan itself says the year adds; null where it says nothing. */
  @ApiProperty({ type: Number, nullable: true })
  declaredPlaces: number | null;
  @ApiProperty({ type: Number, nullable: true })
  plannedPlaces: number | null;
  @ApiProperty({ type: Number, nullable: true })
  startedPlaces: number | null;
  @ApiProperty({ type: Number, nullable: true })
  acceptedPlaces: number | null;
  /** Projects without a figure for places, which no sum contains. */
  withoutPlaces: number;
  /** Projects that have not reported this month. */
  unreported: number;
}

export class WallMonth {
  /** Such as 2026-09. */
  month: string;
  remaining: number;
}

/** The countdown of large classes: what the newest census counts, and what the ledger has closed. */
export class WallClasses {
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dataAsOf: string | null;
  aboveStandard: number;
  large: number;
  oversize: number;
  opened: number;
  remaining: number;
  closed: number;
  contradicted: number;
  relapses: number;
  /** When the place's plan wants the standard reached; null: it names no day. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  targetOn: string | null;
  @ApiProperty({ type: Number, nullable: true })
  daysLeft: number | null;
  /** The last twelve months. */
  burnDown: WallMonth[];
}

/** 挂图作战: everything at one glance, as of one moment. */
export class WallChart {
  campaignName: string;
  place: string;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  /** When it was computed. */
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  phases: WallPhase[];
  projects: WallProjectYear[];
  classes: WallClasses;
  totals: StandingCounts;
  units: WallUnit[];
  indicators: WallIndicators;
  rungs: RungCount[];
  deadlines: Deadline[];
}
