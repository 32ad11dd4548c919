import {
  escalationClocks,
  type EscalationClock,
  rungAudiences,
  type RungAudience,
  rungColours,
  type RungColour,
  rungIssues,
  type RungIssue,
} from '#campaign-pack';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';

/** Working days late from which a rung is reached, by clock. */
export class RungLate {
  @MayBeAbsent()
  @IsInt()
  due?: number;

  @MayBeAbsent()
  @IsInt()
  receipt?: number;

  @MayBeAbsent()
  @IsInt()
  verification?: number;
}

export class RungContent {
  @IsString()
  @MaxLength(50)
  name: string;

  @IsIn(rungColours)
  @ApiProperty({ enum: rungColours, enumName: 'RungColour' })
  colour: RungColour;

  @IsObject()
  @ValidateNested()
  @Type(() => RungLate)
  late: RungLate;

  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(rungAudiences, { each: true })
  @ApiProperty({ enum: rungAudiences, enumName: 'RungAudience', isArray: true })
  audience: RungAudience[];

  @IsIn(rungIssues)
  @ApiProperty({ enum: rungIssues, enumName: 'RungIssue' })
  issues: RungIssue;

  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @ApiProperty({ type: Number, nullable: true })
  replyWorkingDays: number | null;
}

/** The rung a task of each priority starts on. */
export class LadderStart {
  @IsInt()
  normal: number;

  @IsInt()
  important: number;

  @IsInt()
  urgent: number;
}

export class LadderContent {
  @IsString()
  @MaxLength(50)
  name: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RungContent)
  rungs: RungContent[];

  @IsObject()
  @ValidateNested()
  @Type(() => LadderStart)
  start: LadderStart;
}

export class NewLadderVersion {
  @IsObject()
  @ValidateNested()
  @Type(() => LadderContent)
  ladder: LadderContent;

  /** Accounts that are 领导小组领导. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  leaderIds: string[];

  @IsString()
  @MaxLength(500)
  basis: string;
}

export class ClockLimitsView {
  @IsInt()
  @Min(1)
  @Max(60)
  receiptWorkingDays: number;

  @IsInt()
  @Min(1)
  @Max(60)
  verificationWorkingDays: number;
}

/** The ladder in force, for everybody: what its words and colours mean. */
export class LadderView {
  @ApiProperty({ type: LadderContent, nullable: true })
  active: LadderContent | null;
  limits: ClockLimitsView;
}

export class LadderVersionRow {
  id: string;
  number: number;
  ladder: LadderContent;
  leaderIds: string[];
  basis: string;
  savedBy: string;
  @ApiProperty({ type: String, format: 'date-time' })
  savedAt: string;
  active: boolean;
}

export class ShippedLadderRow {
  id: string;
  ladder: LadderContent;
  basis: string;
  @ApiProperty({ type: String, nullable: true })
  toVerify: string | null;
  checkedOn: string;
}

export class LeaderChoice {
  id: string;
  name: string;
}

export class HollowRungRow {
  rung: number;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  unit: string | null;
  message: string;
  /** Stands against activation; else a warning. */
  blocks: boolean;
}

export class LadderVersions {
  items: LadderVersionRow[];
  shipped: ShippedLadderRow[];
  /** Who may be designated 领导小组领导. */
  people: LeaderChoice[];
  /** Where the ladder in force has become hollow. */
  hollow: HollowRungRow[];
}

export class PreviewRung {
  rung: number;
  name: string;
  count: number;
}

export class PreviewDayRow {
  date: string;
  rungs: PreviewRung[];
  people: number;
}

/** What a version would do if it were activated and nothing changed. */
export class LadderPreview {
  hollow: HollowRungRow[];
  days: PreviewDayRow[];
}

export class RaiseRequest {
  @IsInt()
  @Min(1)
  @Max(9)
  rung: number;

  @IsString()
  @MaxLength(2000)
  reason: string;
}

export class EscalationRow {
  id: string;
  @ApiProperty({ enum: escalationClocks, enumName: 'EscalationClock' })
  clock: EscalationClock;
  /** Whose clock: the lead unit, or the supporting unit that has not signed. */
  unitName: string;
  rung: number;
  name: string;
  @ApiProperty({ enum: rungColours, enumName: 'RungColour' })
  colour: RungColour;
  @ApiProperty({ enum: ['raised', 'skipped_empty'] })
  outcome: 'raised' | 'skipped_empty';
  ground: string;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** null: by rule. */
  @ApiProperty({ type: String, nullable: true })
  actorName: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  replyBy: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  told: string[];
}

export class Escalations {
  items: EscalationRow[];
}

export class RungCount {
  rung: number;
  name: string;
  @ApiProperty({ enum: rungColours, enumName: 'RungColour' })
  colour: RungColour;
  count: number;
}

/** A paper that waits to be made (待制发). */
export class PaperRequestRow {
  id: string;
  @ApiProperty({ enum: rungIssues, enumName: 'RungIssue' })
  kind: RungIssue;
  unitName: string;
  taskId: string;
  taskNumber: string;
  taskTitle: string;
  @ApiProperty({ type: String, format: 'date-time' })
  requestedAt: string;
}

/** What the supervision desk says of the ladder. */
export class EscalationDesk {
  rungs: RungCount[];
  papers: PaperRequestRow[];
  paperCount: number;
  receiptsLate: number;
  /** Tasks of which a supporting unit has not signed in time. */
  supportReceiptsLate: number;
  verificationsLate: number;
  hollow: HollowRungRow[];
}
