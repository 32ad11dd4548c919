import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { CivilDate, DueRuleKind, Roll } from '#kernel';
import { IsCivilDate } from '../../http/is-civil-date.js';

const kinds = ['working_days', 'calendar_days'] as const;
export const rolls = ['forward', 'back', 'none'] as const;

/** 自交办之日起 N 个工作日, 自某日起 N 日, or with a negative count 提前 N 个工作日于某日. */
export class DueRuleInput {
  @IsIn(kinds)
  @ApiProperty({ enum: kinds, enumName: 'DueRuleKind' })
  kind: DueRuleKind;

  @IsInt()
  @Min(-5000)
  @Max(5000)
  count: number;

  /** Of calendar days that end on no working day; `none` when left out. */
  @IsOptional()
  @IsIn(rolls)
  @ApiProperty({ enum: rolls, enumName: 'Roll', required: false })
  roll?: Roll;

  /** The day counted from; null or absent: the day of assignment. */
  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  startOn?: CivilDate | null;
}

export class SkippedDay {
  date: string;
  reason: string;
}

/** How a computed date came about. */
export class CountedDays {
  text: string;
  /** Days passed over, each with its reason. */
  skipped: SkippedDay[];
  notices: string[];
  provisional: boolean;
}

/** A rule as the task page shows it, counted out. */
export class DueRuleView extends CountedDays {
  @ApiProperty({ enum: kinds, enumName: 'DueRuleKind' })
  kind: DueRuleKind;
  count: number;
  @ApiProperty({ enum: rolls, enumName: 'Roll' })
  roll: Roll;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  startOn: string | null;
  @ApiProperty({ enum: ['assignment', 'date'], enumName: 'DueRuleFrom' })
  from: 'assignment' | 'date';
}
