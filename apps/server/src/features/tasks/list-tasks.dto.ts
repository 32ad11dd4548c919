import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { type Standing, standings } from './standing.js';
import { type TaskState, taskStates } from './task-state.js';
import { priorities, type Priority } from './task-words.js';

const commaList = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',') : value;

export const taskSorts = ['due', 'number', 'unit', 'updated'] as const;

/** Filter, order and place of a task list; the same for page, totals and export. */
export class TaskFilter {
  @IsOptional()
  @Transform(commaList)
  @IsIn(standings, { each: true })
  standing?: Standing[];

  @IsOptional()
  @Transform(commaList)
  @IsIn(taskStates, { each: true })
  state?: TaskState[];

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsIn(['lead', 'support', 'any'])
  part?: 'lead' | 'support' | 'any';

  @IsOptional()
  @IsUUID()
  clauseId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(priorities)
  priority?: Priority;

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
