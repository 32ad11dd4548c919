import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import type { CivilDate } from '#kernel';
import { IsCivilDate } from '../../http/is-civil-date.js';
import { IsFilledIn } from '../../http/is-filled-in.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { DueRuleInput } from './due-rule.dto.js';
import { evidenceKinds, type EvidenceKind, priorities, type Priority } from './task-words.js';

/** Changes to a task. Once it is assigned, only due date, description and priority can change, with a reason. */
export class TaskEdit {
  @IsInt()
  version: number;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;

  @MayBeAbsent()
  @IsString()
  @IsFilledIn()
  @MaxLength(200)
  title?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(5000)
  description?: string;

  @MayBeAbsent()
  @IsUUID()
  leadUnitId?: string;

  @MayBeAbsent()
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

  /** Instead of `dueOn`; a due date named by a person does away with the rule. */
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => DueRuleInput)
  @ApiProperty({ type: DueRuleInput, required: false })
  dueRule?: DueRuleInput;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, nullable: true, required: false })
  clauseId?: string | null;

  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @IsIn(evidenceKinds, { each: true })
  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind', isArray: true, required: false })
  requiredEvidence?: EvidenceKind[];

  @MayBeAbsent()
  @IsIn(priorities)
  @ApiProperty({ enum: priorities, enumName: 'Priority', required: false })
  priority?: Priority;
}

export class TransitionRequest {
  @IsInt()
  version: number;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class CloseRequest extends TransitionRequest {
  /** Closed although the newest data say that the gap is still there; a note says why. */
  @IsOptional()
  @IsBoolean()
  acknowledgeContradiction?: boolean;
}

export class ReopenRequest extends TransitionRequest {
  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', required: false })
  dueOn?: CivilDate;
}
