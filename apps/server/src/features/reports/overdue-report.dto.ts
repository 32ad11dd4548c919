import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCivilDate } from '../../http/is-civil-date.js';
import { ClauseRef, UnitRef } from '../../http/refs.dto.js';
import { type Priority, runningStates } from '../tasks/tasks.module.js';

export class OverdueFilter {
  @ApiProperty({ type: String, format: 'date', required: false, description: 'today when absent' })
  @IsOptional()
  @IsCivilDate()
  asOf?: string;
}

export class OverdueTask {
  id: string;
  number: string;
  title: string;
  @ApiProperty({ enum: runningStates, enumName: 'RunningState' })
  state: (typeof runningStates)[number];
  @ApiProperty({ type: String, format: 'date' })
  dueOn: string;
  @ApiProperty({ type: String, format: 'date', description: 'the day the unit is measured against' })
  effectiveDueOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'as it was assigned' })
  originalDueOn: string | null;
  /** Extensions approved by the day of the report. */
  extensionCount: number;
  extendedDays: number;
  workingDaysLate: number;
  @ApiProperty({ type: ClauseRef, nullable: true })
  clause: ClauseRef | null;
  @ApiProperty({ type: String, nullable: true })
  lastProgress: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  lastProgressAt: string | null;
  @ApiProperty({ enum: ['normal', 'important', 'urgent'], enumName: 'Priority' })
  priority: Priority;
}

export class OverdueUnit {
  unit: UnitRef;
  count: number;
  maxDaysLate: number;
  tasks: OverdueTask[];
}

export class OverdueTotals {
  tasks: number;
  units: number;
  maxDaysLate: number;
}

/** What was overdue at the end of a day. */
export class OverdueReport {
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  totals: OverdueTotals;
  units: OverdueUnit[];
  @ApiProperty({ description: 'days were counted in a year whose calendar is not published' })
  provisional: boolean;
}
