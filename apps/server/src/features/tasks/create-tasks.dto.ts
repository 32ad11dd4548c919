import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { CivilDate } from '#kernel';
import { DueRuleInput } from './due-rule.dto.js';
import { IsCivilDate } from '../../http/is-civil-date.js';
import { ClauseRef, UnitRef } from '../../http/refs.dto.js';
import {
  evidenceKinds,
  type EvidenceKind,
  chosenSourceKinds,
  priorities,
  type Priority,
  type SourceKind,
} from './task-words.js';
import { TaskRow, TaskSource } from './tasks.dto.js';

export class SourceInput {
  @IsIn(chosenSourceKinds)
  @ApiProperty({ enum: chosenSourceKinds, enumName: 'ChosenSourceKind' })
  kind: SourceKind;

  @IsOptional()
  @IsUUID()
  id?: string;
}

/** One task of a batch; what is left out is taken from its source. */
export class BatchItem {
  @IsObject()
  @ValidateNested()
  @Type(() => SourceInput)
  source: SourceInput;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  description?: string;

  @IsOptional()
  @IsUUID()
  leadUnitId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  supportingUnitIds?: string[];

  /** null: 待定 */
  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  dueOn?: CivilDate | null;

  /** Instead of `dueOn`: how it is counted. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => DueRuleInput)
  @ApiProperty({ type: DueRuleInput, required: false })
  dueRule?: DueRuleInput;

  @IsOptional()
  @IsUUID()
  clauseId?: string;

  @IsOptional()
  @IsIn(priorities)
  @ApiProperty({ enum: priorities, enumName: 'Priority', required: false })
  priority?: Priority;

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(evidenceKinds, { each: true })
  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind', isArray: true, required: false })
  requiredEvidence?: EvidenceKind[];
}

export class NewTask extends BatchItem {
  /** Made by the page once for each form: repeating the request makes no second task. */
  @IsUUID()
  requestId: string;

  @IsBoolean()
  assign: boolean;
}

export class BatchDraft {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BatchItem)
  items: BatchItem[];
}

export class NewBatch extends BatchDraft {
  @IsUUID()
  requestId: string;

  @IsBoolean()
  assign: boolean;
}

export class RowFault {
  pointer: string;
  message: string;
}

export class TaskMention {
  id: string;
  number: string;
  title: string;
}

export class BatchPreviewRow {
  index: number;
  source: TaskSource;
  title: string;
  @ApiProperty({ type: UnitRef, nullable: true })
  leadUnit: UnitRef | null;
  supportingUnits: UnitRef[];
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'how the due date is counted' })
  dueRuleText: string | null;
  @ApiProperty({ type: ClauseRef, nullable: true })
  clause: ClauseRef | null;
  problems: RowFault[];
  @ApiProperty({ type: TaskMention, nullable: true })
  duplicateOf: TaskMention | null;
}

export class BatchPreview {
  rows: BatchPreviewRow[];
  valid: number;
  invalid: number;
}

export class BatchResultItem {
  index: number;
  task: TaskRow;
}

export class BatchResult {
  requestId: string;
  items: BatchResultItem[];
}
