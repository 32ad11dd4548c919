import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { CivilDate } from '#kernel';
import { IsCivilDate } from '../../http/is-civil-date.js';

const formats = ['yaml', 'holiday_cn', 'typed'] as const;

export class HolidayRange {
  @IsString()
  @MaxLength(20)
  name: string;
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date' })
  from: CivilDate;
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date' })
  to: CivilDate;
}

export class MakeUpDay {
  @IsString()
  @MaxLength(20)
  name: string;
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date' })
  date: CivilDate;
}

/** A notice on a year's free and worked days: as a file's text, or as typed in; what was typed stands in subclasses. */
export class NoticeForm {
  @IsIn(formats)
  @ApiProperty({ enum: formats, enumName: 'CalendarFormat' })
  format: (typeof formats)[number];

  /** The file, for `yaml` and `holiday_cn`. */
  @IsOptional()
  @IsString()
  @MaxLength(100_000)
  text?: string;

  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  /** Number of the notice, such as 国办发明电〔2025〕7号; a YAML file names its own. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  notice?: string;

  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', required: false })
  publishedOn?: CivilDate;
}

/** The State Council's notice on a year's holidays. */
export class CalendarNotice extends NoticeForm {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => HolidayRange)
  off?: HolidayRange[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MakeUpDay)
  work?: MakeUpDay[];
}

export class CalendarConfirmation extends CalendarNotice {
  /** Of the preview that was looked at. */
  @IsString()
  @MaxLength(100)
  fingerprint: string;
}

export class CalendarDayRow {
  date: string;
  @ApiProperty({ enum: ['off', 'work'] })
  kind: 'off' | 'work';
  name: string;
}

/** A due date before and after; an administrator sees the task's number and no word of it. */
export class DueMoveRow {
  number: string;
  unitName: string;
  /** null: the due date is open, and only a receipt or review moves. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  newDueOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  effectiveDueOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  newEffectiveDueOn: string | null;
  /** Also names the last days of receipt and review that move. */
  explanation: string;
}

export class RestDayRow {
  number: string;
  unitName: string;
  dueOn: string;
  reason: string;
}

export class UnitMoves {
  unitName: string;
  count: number;
}

export class CampaignMoves {
  campaignId: string;
  campaignName: string;
  units: UnitMoves[];
  moves: DueMoveRow[];
  /** Dates chosen by a person that stop being workdays; they stay. */
  restDays: RestDayRow[];
}

export class CalendarPreview {
  fingerprint: string;
  year: number;
  notice: string;
  @ApiProperty({ type: String, nullable: true, description: 'the notice this one replaces' })
  replaces: string | null;
  unchanged: boolean;
  days: CalendarDayRow[];
  workingDays: number;
  campaigns: CampaignMoves[];
}

export class CalendarSaved {
  year: number;
  moved: number;
  messages: number;
}

export class CalendarYearView {
  year: number;
  @ApiProperty({ type: String, nullable: true })
  notice: string | null;
  @ApiProperty({ type: String, nullable: true })
  url: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  publishedOn: string | null;
  published: boolean;
  workingDays: number;
  days: CalendarDayRow[];
  years: number[];
  today: string;
  /** Years that should be loaded by now and are not. */
  missing: number[];
}
