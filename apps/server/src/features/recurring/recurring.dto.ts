import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { frequencies, type Frequency, type Roll } from '#kernel';
import { IsFilledIn } from '../../http/is-filled-in.js';
import { UnitRef } from '../../http/refs.dto.js';
import { evidenceKinds, type EvidenceKind, type Priority } from '../tasks/tasks.module.js';

/** Of the last two, the units are found when an instance is made: those with a project in force, those that lead an indicator. */
export const audiences = ['units', 'townships', 'departments', 'project_units', 'indicator_leads'] as const;
export type Audience = (typeof audiences)[number];
export const ruleStates = ['active', 'paused', 'ended'] as const;
export type RuleState = (typeof ruleStates)[number];
const dayKinds = ['day', 'last_working_day', 'nth_weekday'] as const;
const rolls = ['forward', 'back', 'none'] as const;
const priorities = ['normal', 'important', 'urgent'] as const;
const missedPolicies = ['all', 'latest'] as const;

/** 每月 n 日, 最后一个工作日, or 第几个周几. */
export class DayChoiceInput {
  @IsIn(dayKinds)
  @ApiProperty({ enum: dayKinds, enumName: 'MonthDayKind' })
  kind: (typeof dayKinds)[number];
  @IsOptional()
  @IsInt()
  day?: number;
  @IsOptional()
  @IsInt()
  nth?: number;
  @IsOptional()
  @IsInt()
  weekday?: number;
}

export class RecurrenceInput {
  @IsIn(frequencies)
  @ApiProperty({ enum: frequencies, enumName: 'Frequency' })
  frequency: Frequency;
  @IsInt()
  interval: number;
  @IsInt()
  monthOffset: number;
  @IsObject()
  @ValidateNested()
  @Type(() => DayChoiceInput)
  on: DayChoiceInput;
  @IsIn(rolls)
  @ApiProperty({ enum: rolls, enumName: 'Roll' })
  roll: Roll;
  @IsString()
  @MaxLength(10)
  firstPeriod: string;
  @IsOptional()
  @IsString()
  @MaxLength(10)
  @ApiProperty({ type: String, nullable: true, required: false })
  lastPeriod?: string | null;
}

export class RecurringRuleInput {
  @IsString()
  @IsFilledIn()
  @MaxLength(150)
  title: string;
  @IsString()
  @MaxLength(5000)
  description: string;
  @IsObject()
  @ValidateNested()
  @Type(() => RecurrenceInput)
  recurrence: RecurrenceInput;
  @IsIn(audiences)
  @ApiProperty({ enum: audiences, enumName: 'Audience' })
  audience: Audience;
  /** Of the audience `units`; of `indicator_leads` while the campaign names no lead units of the indicator itself. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  unitIds: string[];
  @IsInt()
  @Min(0)
  @Max(366)
  createAheadDays: number;
  /** After downtime or with a first period in the past: make up for all periods, or for the latest only. */
  @IsIn(missedPolicies)
  @ApiProperty({ enum: missedPolicies, enumName: 'MissedPolicy' })
  missed: (typeof missedPolicies)[number];
  @IsArray()
  @ArrayUnique()
  @IsIn(evidenceKinds, { each: true })
  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind', isArray: true })
  requiredEvidence: EvidenceKind[];
  @IsIn(priorities)
  @ApiProperty({ enum: priorities, enumName: 'Priority' })
  priority: Priority;
  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, nullable: true, required: false })
  clauseId?: string | null;
  @IsOptional()
  @IsString()
  @MaxLength(10)
  @ApiProperty({ type: String, nullable: true, required: false })
  indicatorId?: string | null;
}

export class NewRecurringRules {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RecurringRuleInput)
  rules: RecurringRuleInput[];
}

export class RecurringPreviewRequest {
  /** The rule that would be changed; absent for a new one. */
  @IsOptional()
  @IsUUID()
  ruleId?: string;
  @IsObject()
  @ValidateNested()
  @Type(() => RecurringRuleInput)
  rule: RecurringRuleInput;
}

export class RecurringRuleChange {
  @IsInt()
  version: number;
  @IsObject()
  @ValidateNested()
  @Type(() => RecurringRuleInput)
  rule: RecurringRuleInput;
}

export class RecurringStateChange {
  @IsInt()
  version: number;
  @IsIn(ruleStates)
  @ApiProperty({ enum: ruleStates, enumName: 'RecurringState' })
  state: RuleState;
}

export class RecurringInstanceRow {
  period: string;
  unit: UnitRef;
  dueOn: string;
  @ApiProperty({ type: String, nullable: true })
  taskId: string | null;
  @ApiProperty({ type: String, nullable: true })
  taskNumber: string | null;
  /** Why there is deliberately no task; null when there is one. */
  @ApiProperty({ type: String, nullable: true })
  skipped: string | null;
}

export class OccurrenceRow {
  period: string;
  periodName: string;
  dueOn: string;
  provisional: boolean;
  text: string;
}

export class RecurringRuleRow {
  id: string;
  rule: RecurringRuleInput;
  @ApiProperty({ enum: ruleStates, enumName: 'RecurringState' })
  state: RuleState;
  version: number;
  unitCount: number;
  instances: number;
  next: OccurrenceRow[];
}

export class RecurringRunNote {
  at: string;
  text: string;
}

export class RecurringRuleList {
  items: RecurringRuleRow[];
  /** What the last turn of the job did, or why it did nothing. */
  @ApiProperty({ type: RecurringRunNote, nullable: true })
  lastRun: RecurringRunNote | null;
}

export class RecurringRuleView extends RecurringRuleRow {
  made: RecurringInstanceRow[];
}

export class FutureChange {
  period: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  before: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  after: string | null;
  differs: boolean;
}

export class RecurringPreview {
  units: UnitRef[];
  next: OccurrenceRow[];
  /** Tasks that saving the rule makes at once, missed periods included. */
  atOnce: number;
  skippedAtOnce: number;
  /** Existing instances: they stay as they are. */
  stays: RecurringInstanceRow[];
  future: FutureChange[];
}

export const presetIds = ['indicators', 'projects'] as const;
export type PresetId = (typeof presetIds)[number];

export class PresetDismissal {
  @IsIn(presetIds)
  @ApiProperty({ enum: presetIds, enumName: 'RecurringPresetId' })
  id: PresetId;
}

export class RecurringPreset {
  @ApiProperty({ enum: presetIds, enumName: 'RecurringPresetId' })
  id: PresetId;
  name: string;
  description: string;
  rules: RecurringRuleInput[];
  /** Neither taken over nor dismissed for good: the desk speaks of it. */
  open: boolean;
}

export class RecurringPresets {
  items: RecurringPreset[];
}
