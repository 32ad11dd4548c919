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
import { type CalendarLevel, calendarLevels } from '#kernel';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import {
  CalendarDayRow,
  CalendarYearView,
  DueMoveRow,
  HolidayRange,
  MakeUpDay,
  NoticeForm,
  RestDayRow,
  UnitMoves,
} from './calendar.dto.js';

export class CalendarYearQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

export class LocalHolidayRange extends HolidayRange {
  /** Where these days rest on another notice than the set's. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  notice?: string;
}

export class LocalWorkDay extends MakeUpDay {
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  notice?: string;
}

/** All days a level has set for a year; without any day, the days it has set are taken back. */
export class LocalCalendarNotice extends NoticeForm {
  @IsIn(calendarLevels)
  @ApiProperty({ enum: calendarLevels, enumName: 'CalendarLevel' })
  level: CalendarLevel;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(60)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => LocalHolidayRange)
  off?: LocalHolidayRange[];

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(60)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => LocalWorkDay)
  work?: LocalWorkDay[];
}

export class LocalCalendarConfirmation extends LocalCalendarNotice {
  /** Of the preview that was looked at. */
  @IsString()
  @MaxLength(100)
  fingerprint: string;
}

export class LocalDayRow extends CalendarDayRow {
  notice: string;
  @ApiProperty({
    enum: calendarLevels,
    enumName: 'CalendarLevel',
    nullable: true,
    description: 'the lower level that says otherwise of this day, and prevails',
  })
  overriddenBy: CalendarLevel | null;
}

export class LocalMoveRow extends DueMoveRow {
  taskId: string;
}

export class LocalRestRow extends RestDayRow {
  taskId: string;
}

export class LocalCalendarPreview {
  fingerprint: string;
  year: number;
  @ApiProperty({ enum: calendarLevels, enumName: 'CalendarLevel' })
  level: CalendarLevel;
  notice: string;
  @ApiProperty({ type: String, nullable: true, description: 'the notice this set replaces' })
  replaces: string | null;
  unchanged: boolean;
  takesBack: boolean;
  days: LocalDayRow[];
  workingDays: number;
  units: UnitMoves[];
  moves: LocalMoveRow[];
  /** Dates chosen by a person that stop being workdays; they stay. */
  restDays: LocalRestRow[];
}

export class LocalCalendarView {
  year: number;
  @ApiProperty({ enum: calendarLevels, enumName: 'CalendarLevel' })
  level: CalendarLevel;
  notice: string;
  @ApiProperty({ type: String, nullable: true })
  url: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  publishedOn: string | null;
  enteredBy: string;
  enteredAt: string;
  /** None: what was set has been taken back. */
  days: LocalDayRow[];
}

/** A year as it is counted in one campaign: the national days, and on top of them its local sets. */
export class CampaignCalendarView extends CalendarYearView {
  /** Without the local days. */
  nationalWorkingDays: number;
  local: LocalCalendarView[];
}
