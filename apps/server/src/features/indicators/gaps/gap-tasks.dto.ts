import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { type Stage, stages } from '#indicator-engine';
import type { CivilDate } from '#kernel';
import { IsCivilDate } from '../../../http/is-civil-date.js';
import { UnitRef } from '../../../http/refs.dto.js';
import { RowFault, TaskMention, TaskRow } from '../../tasks/tasks.module.js';
import { DataSetRow } from '../school-imports.dto.js';

const stage = { enum: stages, enumName: 'Stage' };

/** Which gap tasks are wanted for: all of an indicator, or those of one school. */
export class GapTasksDraft {
  @Matches(/^(C([1-9]|[12]\d|3[01])|approval)$/, { message: '没有这项指标' })
  indicator: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  schoolCode?: string;

  @IsOptional()
  @IsIn(stages)
  @ApiProperty({ ...stage, required: false })
  stage?: Stage;

  /** The newest when absent. */
  @IsOptional()
  @IsUUID()
  dataSetId?: string;

  /** One task for each school, instead of one that lists them. */
  @IsBoolean()
  perSchool: boolean;

  /** Also for gaps that have an open task. */
  @IsBoolean()
  again: boolean;

  /** Absent: as the data are due next; null: 待定. */
  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  dueOn?: CivilDate | null;
}

export class NewGapTasks extends GapTasksDraft {
  /** Made by the page once for each form: repeating the request makes no second task. */
  @IsUUID()
  requestId: string;

  @IsBoolean()
  assign: boolean;
}

export class GapLine {
  @ApiProperty({ type: String, nullable: true, description: 'null: a figure of the county' })
  schoolCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  schoolName: string | null;
  @ApiProperty({ ...stage, nullable: true })
  stage: Stage | null;
  figure: string;
  line: string;
  lacking: string;
}

export class CoveredGap extends GapLine {
  task: TaskMention;
}

export class GapTask {
  title: string;
  description: string;
  leadUnit: UnitRef;
  supportingUnits: UnitRef[];
  lines: GapLine[];
}

/** What would be made. */
export class GapTasksPreview {
  @ApiProperty({ type: DataSetRow, nullable: true })
  dataSet: DataSetRow | null;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  indicator: string;
  name: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;
  tasks: GapTask[];
  /** Gaps that have an open task and get no other. */
  covered: CoveredGap[];
  /** Why nothing can be made. */
  problems: RowFault[];
}

export class GapTasksResult {
  requestId: string;
  tasks: TaskRow[];
}
