import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCivilDate } from '../../../http/is-civil-date.js';
import { MayBeAbsent } from '../../../http/may-be-absent.js';
import { UnitRef } from '../../../http/refs.dto.js';
import { schoolKinds, type SchoolKind, type Verdict, verdicts } from '../evaluation-words.js';
import { TraceRow } from '../indicators.dto.js';

const text = { type: String, nullable: true };
const day = { type: String, format: 'date' };

export class NewFigure {
  /** As the standard calls it, such as specialFunds. */
  @IsString()
  @MaxLength(60)
  key: string;

  @ApiProperty({ ...text, required: false, description: 'code, for figures of each school' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  school?: string | null;

  @ApiProperty({ ...text, description: 'as typed; null or blank withdraws the figure' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  value: string | null;
}

export class RecordFigures {
  @ApiProperty({ ...day, description: 'the day the figures are of; for money the end of the fiscal year' })
  @IsCivilDate()
  asOf: string;

  @ApiProperty({ type: String, required: false, description: 'where they come from' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  note?: string;

  @ApiProperty({ type: Boolean, required: false, description: 'what is doubtful was looked at again' })
  @MayBeAbsent()
  @IsBoolean()
  confirmed?: boolean;

  @ApiProperty({ type: [NewFigure] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => NewFigure)
  figures: NewFigure[];
}

export class FiguresRecorded {
  recorded: number;
}

export class FigureHistoryQuery {
  @ApiProperty({ type: String, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  school?: string;
}

/** One row that was entered; value null: withdrawn. */
export class FigureEntry {
  key: string;
  @ApiProperty(text)
  school: string | null;
  @ApiProperty(text)
  value: string | null;
  @ApiProperty(day)
  asOf: string;
  @ApiProperty(text)
  note: string | null;
  unitName: string;
  recordedBy: string;
  @ApiProperty(day)
  recordedOn: string;
}

export class FigureField {
  key: string;
  name: string;
  unit: string;
  whole: boolean;
  /** Of the county; of figures of each school see schoolEntries. */
  @ApiProperty({ type: FigureEntry, nullable: true })
  entry: FigureEntry | null;
}

export class FigureIndicator {
  id: string;
  name: string;
  @ApiProperty({ enum: ['census', 'fiscal', 'yearly', 'evidence'], enumName: 'DataCycle' })
  cycle: 'census' | 'fiscal' | 'yearly' | 'evidence';
  perSchool: boolean;
  fields: FigureField[];
  schoolEntries: FigureEntry[];
  @ApiProperty({ enum: verdicts, enumName: 'Verdict' })
  verdict: Verdict;
  @ApiProperty(text)
  reason: string | null;
  leadUnits: UnitRef[];
  leadNames: string[];
  /** Whether the signed-in person may enter these. */
  mayEnter: boolean;
}

export class SchoolName {
  code: string;
  name: string;
  @ApiProperty({ enum: schoolKinds, enumName: 'SchoolKind' })
  kind: SchoolKind;
}

/** What the county entered for the indicators, and what is missing. */
export class CountyFigures {
  @ApiProperty(day)
  asOf: string;
  /** Of the newest data set, for figures of each school. */
  schools: SchoolName[];
  indicators: FigureIndicator[];
}

export class FigureExplanation {
  title: string;
  verdict: string;
  @ApiProperty(text)
  localVerdict: string | null;
  steps: TraceRow[];
}
