import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { CivilDate } from '#kernel';
import { IsFilledIn } from '../../../http/is-filled-in.js';
import {
  type SnapshotChange,
  snapshotChanges,
  type SnapshotKind,
  snapshotKinds,
} from './compare-snapshots.js';

const nullableDate = { type: String, format: 'date', nullable: true } as const;
const nullableText = { type: String, nullable: true } as const;

export const baselineMarks = ['slipped', 'closed_since'] as const;
export type BaselineMark = (typeof baselineMarks)[number];

export class NewBaseline {
  @IsString()
  @IsFilledIn()
  @MaxLength(100)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** The later side and a filter; the same for page and workbook. */
export class BaselineComparisonQuery {
  /** Another baseline; without it the schedule as it stands now. */
  @IsOptional()
  @IsUUID()
  to?: string;

  @IsOptional()
  @IsIn(snapshotKinds)
  @ApiProperty({ enum: snapshotKinds, enumName: 'SnapshotKind', required: false })
  kind?: SnapshotKind;

  @IsOptional()
  @IsIn(snapshotChanges)
  @ApiProperty({ enum: snapshotChanges, enumName: 'SnapshotChange', required: false })
  change?: SnapshotChange;

  @IsOptional()
  @IsIn(baselineMarks)
  @ApiProperty({ enum: baselineMarks, enumName: 'BaselineMark', required: false })
  mark?: BaselineMark;
}

export class BaselineRow {
  id: string;
  name: string;
  @ApiProperty(nullableText)
  note: string | null;
  @ApiProperty({ type: String, format: 'date' })
  takenOn: CivilDate;
  takenBy: string;
  phases: number;
  milestones: number;
  tasks: number;
  targets: number;
}

export class BaselineList {
  items: BaselineRow[];
}

/** One side of a comparison. */
export class BaselineComparisonSide {
  @ApiProperty({ ...nullableText, description: 'null：现在' })
  id: string | null;
  name: string;
  @ApiProperty({ type: String, format: 'date' })
  on: CivilDate;
}

export class BaselineComparisonRow {
  @ApiProperty({ enum: snapshotKinds, enumName: 'SnapshotKind' })
  kind: SnapshotKind;
  key: string;
  @ApiProperty(nullableText)
  number: string | null;
  title: string;
  @ApiProperty(nullableText)
  unit: string | null;
  @ApiProperty({ enum: snapshotChanges, enumName: 'SnapshotChange' })
  change: SnapshotChange;
  @ApiProperty(nullableDate)
  dueBefore: CivilDate | null;
  @ApiProperty(nullableDate)
  dueAfter: CivilDate | null;
  @ApiProperty({ type: Number, nullable: true })
  movedWorkingDays: number | null;
  @ApiProperty({ type: Number, nullable: true })
  movedDays: number | null;
  /** The move in words; empty when nothing moved. */
  moved: string;
  @ApiProperty(nullableText)
  stateBefore: string | null;
  @ApiProperty(nullableText)
  stateAfter: string | null;
  slipped: boolean;
  closedSince: boolean;
  /** What else changed, in words; empty when nothing did. */
  detail: string;
}

/** Over all items, whatever the filter; the five changes add up to `total`. */
export class BaselineComparisonTotals {
  total: number;
  added: number;
  removed: number;
  moved: number;
  changed: number;
  unchanged: number;
  slipped: number;
  closedSince: number;
}

export class BaselineComparison {
  from: BaselineComparisonSide;
  to: BaselineComparisonSide;
  totals: BaselineComparisonTotals;
  rows: BaselineComparisonRow[];
  /** How the rows came about. */
  method: string;
}
