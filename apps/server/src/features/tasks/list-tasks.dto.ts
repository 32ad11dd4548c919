import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { type CivilDate, type TaskState, taskStates } from '#kernel';
import { escalationClocks, type EscalationClock, rungAudiences, type RungAudience } from '#campaign-pack';
import { IsCivilDate } from '../../http/is-civil-date.js';
import { type Closing, closings, type Lateness, latenesses, type Standing, standings } from './standing.js';
import { priorities, type Priority } from './task-words.js';

const commaList = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',') : value;

const commaNumbers = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').map(Number) : value;

export const taskSorts = ['due', 'number', 'unit', 'updated'] as const;

/**
 * What the unit of the filter does in a task; `open_support`: supports it and is not done yet, `support_to_sign`: has not
 * signed for its part, `support_sign_late`: nor will in time.
 */
export const taskParts = [
  'lead',
  'support',
  'open_support',
  'support_to_sign',
  'support_sign_late',
  'any',
] as const;

/** Filter, order and place of a task list; the same for page, totals and export. */
export class TaskFilter {
  @IsOptional()
  @Transform(commaList)
  @IsIn(standings, { each: true })
  standing?: Standing[];

  @IsOptional()
  @IsIn(latenesses)
  @ApiProperty({ enum: latenesses, required: false })
  lateness?: Lateness;

  /** Closed tasks with a due date, by whether they were handed in by it. */
  @IsOptional()
  @Transform(commaList)
  @IsIn(closings, { each: true })
  closing?: Closing[];

  @IsOptional()
  @Transform(commaList)
  @IsIn(taskStates, { each: true })
  state?: TaskState[];

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsIn(taskParts)
  @ApiProperty({ enum: taskParts, required: false })
  part?: (typeof taskParts)[number];

  @IsOptional()
  @IsUUID()
  clauseId?: string;

  /** Title of the plan's task group. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  group?: string;

  /** Due on this day or later, extensions and pauses counted in. */
  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', required: false })
  dueFrom?: CivilDate;

  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', required: false })
  dueTo?: CivilDate;

  /** The duty, target or project that tasks were made from. */
  @IsOptional()
  @IsUUID()
  sourceId?: string;

  /** Tasks made from a gap of this indicator, such as C4. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  indicator?: string;

  /** 数据不符: only tasks closed although the data contradicted. */
  @IsOptional()
  @IsIn(['true'])
  @ApiProperty({ enum: ['true'], required: false })
  contradicted?: 'true';

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(priorities)
  priority?: Priority;

  /** Clocks that have run out: the lead unit's receipt, its term, a supporting unit's receipt, the reviewer's term. */
  @IsOptional()
  @Transform(commaList)
  @IsIn(escalationClocks, { each: true })
  @ApiProperty({ enum: escalationClocks, enumName: 'EscalationClock', isArray: true, required: false })
  late?: EscalationClock[];

  /** Numbers of the rungs tasks stand on; 0: on none. */
  @IsOptional()
  @Transform(commaNumbers)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(9, { each: true })
  rung?: number[];

  /** Whom the rung the task stands on tells. */
  @IsOptional()
  @IsIn(rungAudiences)
  @ApiProperty({ enum: rungAudiences, enumName: 'RungAudience', required: false })
  rungAudience?: RungAudience;

  /** On its rung since this day or later. */
  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', required: false })
  rungFrom?: CivilDate;

  /** On its rung since this day or earlier. */
  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', required: false })
  rungTo?: CivilDate;

  /** Ids of exactly these tasks, as the link in a message gives them. */
  @IsOptional()
  @Transform(commaList)
  @IsUUID(undefined, { each: true })
  ids?: string[];

  @IsOptional()
  @IsIn(taskSorts)
  sort?: (typeof taskSorts)[number];

  @IsOptional()
  @IsIn(['asc', 'desc'])
  order?: 'asc' | 'desc';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}
