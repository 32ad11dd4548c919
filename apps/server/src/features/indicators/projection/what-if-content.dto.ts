import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
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
import { type PupilStage, type Stage, stages } from '#indicator-engine';
import { type SchoolKind, schoolKinds } from '../evaluation-words.js';
import { MaybeCount, MaybeOneOf, MaybeText, MaybeYear } from './what-if-fields.js';

const pupilStages = ['primary', 'junior', 'senior'] as const satisfies PupilStage[];
const changeKinds = ['set', 'add', 'percent'] as const;
const locales = ['urban', 'town', 'rural'] as const;
const founders = ['public', 'private'] as const;

/** Pupils of one year, of one school or of all that have no row of their own. */
export class EnrolmentRow {
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;

  /** Code; null: every school without a row of its own. */
  @MaybeText(30)
  school: string | null;

  @IsIn(pupilStages)
  @ApiProperty({ enum: pupilStages, enumName: 'PupilStage' })
  stage: PupilStage;

  @IsIn(changeKinds)
  @ApiProperty({ enum: changeKinds, enumName: 'EnrolmentChangeKind' })
  kind: (typeof changeKinds)[number];

  /** As typed: pupils, or so many for a hundred. */
  @IsString()
  @MaxLength(20)
  value: string;
}

/** Pupils who begin at a project's school in its first year. */
export class IntakeRow {
  /** Code of the school they leave; null: they begin school. */
  @MaybeText(30)
  from: string | null;

  @IsIn(stages)
  @ApiProperty({ enum: stages, enumName: 'Stage' })
  stage: Stage;

  @IsInt()
  @Min(0)
  @Max(1_000_000)
  students: number;
}

/** A project as far as it is known; what is null is 待补 and never taken to be 0. */
export class WhatIfProject {
  /** Of the plan; null: another one. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  projectId: string | null;

  @IsString()
  @MaxLength(100)
  name: string;

  /** Code of the school it belongs to. */
  @MaybeText(30)
  school: string | null;

  /** It makes that school. */
  @IsBoolean()
  founding: boolean;

  @MaybeOneOf(schoolKinds, 'SchoolKind')
  kind: SchoolKind | null;
  @MaybeText(50)
  township: string | null;
  @MaybeOneOf(locales, 'SchoolLocale')
  locale: (typeof locales)[number] | null;
  @MaybeOneOf(founders, 'SchoolFounder')
  founder: (typeof founders)[number] | null;

  /** September from which it counts. */
  @MaybeYear()
  opensIn: number | null;

  @MaybeCount()
  placesPrimary: number | null;
  @MaybeCount()
  placesJunior: number | null;

  @MaybeText()
  roomArea: string | null;
  @MaybeText()
  sportsArea: string | null;
  /** 万元 */
  @MaybeText()
  equipment: string | null;
  @MaybeText()
  networkRooms: string | null;
  @MaybeCount()
  musicRooms: number | null;
  @MaybeCount()
  artRooms: number | null;
  @MaybeCount()
  classesPrimary: number | null;
  @MaybeCount()
  classesJunior: number | null;

  @MaybeText()
  aboveDegreePrimary: string | null;
  @MaybeText()
  aboveDegreeJunior: string | null;
  @MaybeText()
  backbonePrimary: string | null;
  @MaybeText()
  backboneJunior: string | null;
  @MaybeText()
  artsPrimary: string | null;
  @MaybeText()
  artsJunior: string | null;

  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => IntakeRow)
  intake: IntakeRow[];
}

/** What a what-if assumes, as far as it is filled in; stored as it stands. */
export class WhatIfContent {
  @IsArray()
  @ArrayMaxSize(6000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => EnrolmentRow)
  enrolment: EnrolmentRow[];

  @IsArray()
  @ArrayMaxSize(300)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => WhatIfProject)
  projects: WhatIfProject[];
}

export const emptyProject: WhatIfProject = {
  projectId: null,
  name: '',
  school: null,
  founding: false,
  kind: null,
  township: null,
  locale: null,
  founder: null,
  opensIn: null,
  placesPrimary: null,
  placesJunior: null,
  roomArea: null,
  sportsArea: null,
  equipment: null,
  networkRooms: null,
  musicRooms: null,
  artRooms: null,
  classesPrimary: null,
  classesJunior: null,
  aboveDegreePrimary: null,
  aboveDegreeJunior: null,
  backbonePrimary: null,
  backboneJunior: null,
  artsPrimary: null,
  artsJunior: null,
  intake: [],
};
