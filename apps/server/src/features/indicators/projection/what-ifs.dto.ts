import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { type Stage, stages } from '#indicator-engine';
import { IsFilledIn } from '../../../http/is-filled-in.js';
import { PersonRef } from '../../../http/refs.dto.js';
import { type SchoolKind, schoolKinds } from '../evaluation-words.js';
import { DataSetRow } from '../school-imports.dto.js';
import { EnrolmentRow, WhatIfContent, WhatIfProject } from './what-if-content.dto.js';

export class NewWhatIf {
  @IsString()
  @IsFilledIn()
  @MaxLength(60)
  name: string;

  @ApiProperty({ type: String, format: 'uuid', required: false, description: 'starts as a copy of this one' })
  @IsOptional()
  @IsUUID()
  copyOf?: string;

  @ApiProperty({ type: String, format: 'uuid', required: false, description: 'the newest when absent' })
  @IsOptional()
  @IsUUID()
  dataSetId?: string;
}

/** All of it, as it shall be. */
export class WhatIfChange extends WhatIfContent {
  @IsInt()
  version: number;

  @IsString()
  @IsFilledIn()
  @MaxLength(60)
  name: string;

  @IsUUID()
  dataSetId: string;

  @IsInt()
  goalYear: number;
}

export class WhatIfVersion {
  @IsInt()
  version: number;
}

export class WhatIfRow {
  id: string;
  name: string;
  dataSet: DataSetRow;
  goalYear: number;
  enrolmentRows: number;
  projectRows: number;
  version: number;
  createdBy: PersonRef;
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
  updatedBy: PersonRef;
  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt: string;
}

export class WhatIfList {
  items: WhatIfRow[];
  /** Whether this person may make and change them. */
  mayWrite: boolean;
}

/** A construction project of the campaign. */
export class PlanProject {
  id: string;
  school: string;
  @ApiProperty({ enum: ['new_build', 'extension', 'relocation'], enumName: 'ProjectKind' })
  kind: 'new_build' | 'extension' | 'relocation';
  /** Of building, by the plan. */
  year: number;
  @ApiProperty({ enum: stages, enumName: 'Stage', isArray: true })
  stages: Stage[];
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'when it is to be in use, or has been since',
  })
  opensOn: string | null;
}

export class PendingProject {
  /** Place in the list of projects. */
  row: number;
  name: string;
  missing: string[];
  /** Complete enough to count; what is missing is then 无数据. */
  counted: boolean;
}

export class KnownSchool {
  code: string;
  name: string;
  @ApiProperty({ enum: schoolKinds, enumName: 'SchoolKind' })
  kind: SchoolKind;
}

export class WhatIfView extends WhatIfRow {
  mayWrite: boolean;
  dataYear: number;
  enrolment: EnrolmentRow[];
  projects: WhatIfProject[];
  pending: PendingProject[];
  /** Of the data set. */
  schools: KnownSchool[];
  /** All that open after the data, and those that are not in the list yet as rows to complete. */
  plan: PlanProject[];
  offered: WhatIfProject[];
}
