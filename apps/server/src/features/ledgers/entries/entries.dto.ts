import { ApiProperty } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { CivilDate } from '#kernel';
import { IsCivilDate } from '../../../http/is-civil-date.js';
import { IsFilledIn } from '../../../http/is-filled-in.js';
import { MayBeAbsent } from '../../../http/may-be-absent.js';
import type { ClosingGround } from '../ledger-state.js';

/** As much as an import takes from a cell, so that what is exported can come back. */
const longestText = 200;
const longestNote = 2000;

/** The version of the entry the reader saw. */
export class SeenEntry {
  @IsInt()
  version: number;

  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  note?: string;
}

/** A step that must say why. */
export class NotedStep {
  @IsInt()
  version: number;

  @IsString()
  @IsFilledIn()
  @MaxLength(longestNote)
  note: string;
}

const grounds = ['solved', 'gone'] as const;

export class ApplyClosing extends NotedStep {
  @IsIn(grounds)
  @ApiProperty({ enum: grounds, enumName: 'ClosingGround' })
  ground: ClosingGround;

  /** The day on which it was solved. */
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date' })
  achievedOn: CivilDate;
}

/** What is planned for an entry; what is absent stays, null clears. */
export class EntryPlan {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @ApiProperty({ type: String, nullable: true, required: false })
  measure?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  @ApiProperty({ type: String, nullable: true, required: false })
  measureNote?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  @ApiProperty({ type: String, nullable: true, required: false })
  cause?: string | null;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  unitId?: string | null;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  townshipId?: string | null;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  projectId?: string | null;

  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  dueOn?: CivilDate | null;

  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  @ApiProperty({ type: Number, nullable: true, required: false })
  targetYear?: number | null;

  /** Values of the kind's own columns. */
  @MayBeAbsent()
  @IsObject()
  @ApiProperty({ type: Object, additionalProperties: true, required: false })
  fields?: Record<string, unknown>;
}

export class PlanEntry extends EntryPlan {
  @IsInt()
  version: number;

  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  note?: string;
}

export class NewEntry extends EntryPlan {
  /** For a problem, what it is; counts are named by their school or township and period. */
  @MayBeAbsent()
  @IsString()
  @IsFilledIn()
  @MaxLength(longestText)
  subject?: string;

  @IsOptional()
  @Matches(/^\d{10}$/)
  @ApiProperty({ type: String, nullable: true, required: false })
  schoolCode?: string | null;

  /** For a problem, the indicator it concerns, such as C12. */
  @IsOptional()
  @Matches(/^[A-Z]\d{1,2}$/)
  @ApiProperty({ type: String, nullable: true, required: false })
  indicator?: string | null;
}
