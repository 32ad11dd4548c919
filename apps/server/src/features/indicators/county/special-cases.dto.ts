import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsObject,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCivilDate } from '../../../http/is-civil-date.js';
import { IsFilledIn } from '../../../http/is-filled-in.js';
import { MayBeAbsent } from '../../../http/may-be-absent.js';
import { type Verdict, verdicts } from '../evaluation-words.js';
import { SchoolName } from './county-figures.dto.js';

const text = { type: String, nullable: true };
const day = { type: String, format: 'date' };

export class CaseFigure {
  /** Such as musicRooms or extra. */
  @IsString()
  @MaxLength(40)
  key: string;

  @IsString()
  @MaxLength(40)
  value: string;
}

export class RegisterCase {
  @IsString()
  @MaxLength(40)
  case: string;

  @IsString()
  @MaxLength(30)
  school: string;

  /** false: it no longer holds. */
  @IsBoolean()
  applies: boolean;

  @ApiProperty({ type: [CaseFigure], required: false })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(5)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CaseFigure)
  values?: CaseFigure[];

  @IsFilledIn()
  @MaxLength(500)
  ground: string;

  @ApiProperty(day)
  @IsCivilDate()
  since: string;
}

export class CaseField {
  key: string;
  name: string;
  unit: string;
}

export class CaseUseRow {
  school: string;
  @ApiProperty(text)
  schoolName: string | null;
  applies: boolean;
  values: CaseFigure[];
  ground: string;
  @ApiProperty(day)
  since: string;
  unitName: string;
  recordedBy: string;
  @ApiProperty(day)
  recordedOn: string;
  /** Why the school's own data speak against it, so that it is not applied. */
  @ApiProperty(text)
  misfit: string | null;
  /** Of the indicator for the school, with the case and without; null: not judged. */
  @ApiProperty({ enum: verdicts, enumName: 'Verdict', nullable: true })
  verdict: Verdict | null;
  @ApiProperty({ enum: verdicts, enumName: 'Verdict', nullable: true })
  verdictWithout: Verdict | null;
}

export class SpecialCaseItem {
  id: string;
  indicator: string;
  name: string;
  condition: string;
  basisText: string;
  weak: boolean;
  fields: CaseField[];
  mayRegister: boolean;
  uses: CaseUseRow[];
}

export class SpecialCaseBoard {
  @ApiProperty(day)
  asOf: string;
  schools: SchoolName[];
  cases: SpecialCaseItem[];
}
