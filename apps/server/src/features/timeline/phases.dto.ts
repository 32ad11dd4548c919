import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { CivilDate } from '#kernel';
import { IsCivilDate } from '../../http/is-civil-date.js';
import { IsFilledIn } from '../../http/is-filled-in.js';
import { ClauseRef } from '../../http/refs.dto.js';
import { type GateConditionKind, gateConditionKinds, type GateScope, gateScopes } from './gate-condition.js';
import { type GateOutcome, gateOutcomes } from './gate-conditions.js';
import { type GateState, gateStates, type PhaseState, phaseStates } from './phase-state.js';

const nullableDate = { type: String, format: 'date', nullable: true } as const;

export class PhaseDates {
  /** How many times the dates had been set when they were last seen. */
  @IsInt()
  @Min(0)
  seen: number;

  /** Null, like `endsOn`: back to 时间待定. */
  @IsOptional()
  @IsCivilDate()
  @ApiProperty(nullableDate)
  startsOn: CivilDate | null;

  @IsOptional()
  @IsCivilDate()
  @ApiProperty(nullableDate)
  endsOn: CivilDate | null;

  @IsString()
  @IsFilledIn()
  @MaxLength(2000)
  reason: string;
}

export class GateConditionInput {
  @IsIn(gateConditionKinds)
  @ApiProperty({ enum: gateConditionKinds, enumName: 'GateConditionKind' })
  kind: GateConditionKind;

  @IsIn(gateScopes)
  @ApiProperty({ enum: gateScopes, enumName: 'GateScope' })
  scope: GateScope;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  @ApiProperty({ type: String, nullable: true })
  ref: string | null;

  @IsOptional()
  @IsInt()
  @ApiProperty({ type: Number, nullable: true, description: '比例（%），台账为条数' })
  limit: number | null;
}

export class GateInput {
  /** The version that was edited; 0: there was none. */
  @IsInt()
  @Min(0)
  version: number;

  @IsArray()
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GateConditionInput)
  conditions: GateConditionInput[];
}

export class GatePassing {
  /** The version of the conditions that was looked at. */
  @IsInt()
  @Min(0)
  version: number;

  @IsString()
  @IsFilledIn()
  @MaxLength(2000)
  note: string;

  /** Why it is passed although not everything is met. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

export class GateRevocation {
  @IsString()
  @IsFilledIn()
  @MaxLength(2000)
  note: string;
}

export class PhaseDateRow {
  number: number;
  @ApiProperty(nullableDate)
  startsOn: CivilDate | null;
  @ApiProperty(nullableDate)
  endsOn: CivilDate | null;
  reason: string;
  name: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
}

export class GateConditionView {
  @ApiProperty({ enum: gateConditionKinds, enumName: 'GateConditionKind' })
  kind: GateConditionKind;
  @ApiProperty({ enum: gateScopes, enumName: 'GateScope' })
  scope: GateScope;
  @ApiProperty({ type: String, nullable: true })
  ref: string | null;
  @ApiProperty({ type: String, nullable: true })
  label: string | null;
  @ApiProperty({ type: Number, nullable: true })
  limit: number | null;
  text: string;
}

export class GateAnswerView {
  condition: string;
  @ApiProperty({ enum: gateOutcomes, enumName: 'GateOutcome' })
  outcome: GateOutcome;
  text: string;
  @ApiProperty({ type: String, nullable: true })
  link: string | null;
}

export class GateDecisionRow {
  number: number;
  @ApiProperty({ enum: ['passed', 'revoked'] })
  outcome: 'passed' | 'revoked';
  note: string;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** Conditions that were not met, or had no data. */
  lacking: number;
  answers: GateAnswerView[];
  @ApiProperty({ type: String, format: 'date' })
  on: CivilDate;
  name: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
}

export class GateView {
  @ApiProperty({ enum: gateStates, enumName: 'GateState' })
  state: GateState;
  @ApiProperty(nullableDate)
  passedOn: CivilDate | null;
  version: number;
  conditions: GateConditionView[];
  decisions: GateDecisionRow[];
}

export class PhaseView {
  id: string;
  name: string;
  clause: ClauseRef;
  @ApiProperty(nullableDate)
  startsOn: CivilDate | null;
  @ApiProperty(nullableDate)
  endsOn: CivilDate | null;
  @ApiProperty(nullableDate)
  planStartsOn: CivilDate | null;
  @ApiProperty(nullableDate)
  planEndsOn: CivilDate | null;
  @ApiProperty({ enum: phaseStates, enumName: 'PhaseState' })
  state: PhaseState;
  @ApiProperty({ type: Number, nullable: true })
  workingDaysToEnd: number | null;
  provisional: boolean;
  dates: PhaseDateRow[];
  gate: GateView;
}

export class GateAnswers {
  phaseId: string;
  met: number;
  unmet: number;
  noData: number;
  answers: GateAnswerView[];
}

export class GateAnswersList {
  items: GateAnswers[];
}

export class GateChoice {
  ref: string;
  label: string;
}

/** What a condition can refer to. */
export class GateChoices {
  clauses: GateChoice[];
  groups: GateChoice[];
  indicators: GateChoice[];
  ledgers: GateChoice[];
}
