import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsFilledIn } from '../../../http/is-filled-in.js';
import { PersonRef, UnitRef } from '../../../http/refs.dto.js';
import { ClassCounts } from '../class-imports.dto.js';
import { type LedgerState, ledgerStates } from '../ledger-state.js';

/** Every entry ever opened is either remaining or closed. */
export class LedgerNumbers {
  /** 累计建账. */
  opened: number;
  remaining: number;
  closed: number;
  /** Closed because the subject is no longer there. */
  gone: number;
  /** 数据不符 now. */
  contradicted: number;
  /** 反弹 ever, in all. */
  relapses: number;
  /** Entries that ever came back: as many as the list of them has. */
  relapsed: number;
  /** Beyond its due date and in the unit's hands. */
  late: number;
}

export class LedgerStateCount {
  @ApiProperty({ enum: ledgerStates, enumName: 'LedgerState' })
  state: LedgerState;
  name: string;
  count: number;
}

export class LedgerUnitNumbers extends LedgerNumbers {
  /** null: nobody is named yet. */
  @ApiProperty({ type: UnitRef, nullable: true })
  unit: UnitRef | null;
}

export class LedgerSchoolNumbers extends LedgerNumbers {
  @ApiProperty({ type: String, nullable: true })
  schoolCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  schoolName: string | null;
}

export class LedgerTargetRow {
  year: number;
  /** null: no target is set for the year. */
  @ApiProperty({ type: Number, nullable: true })
  target: number | null;
  @ApiProperty({ type: String, nullable: true })
  basis: string | null;
  @ApiProperty({ type: PersonRef, nullable: true })
  setBy: PersonRef | null;
  /** Closed in that year and still closed. */
  closed: number;
}

export class LedgerOverview {
  kind: string;
  name: string;
  /** Of the newest data; null before the first, and for kinds that no data judge. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dataAsOf: string | null;
  /** Of the newest class census, for ledgers of classes. */
  @ApiProperty({ type: ClassCounts, nullable: true })
  counts: ClassCounts | null;
  numbers: LedgerNumbers;
  states: LedgerStateCount[];
  /** When the place's plan wants the standard reached; null: it names no day. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  wantedOn: string | null;
  /** Negative: the day has passed. */
  @ApiProperty({ type: Number, nullable: true })
  daysLeft: number | null;
}

export class LedgerSummary extends LedgerOverview {
  byUnit: LedgerUnitNumbers[];
  byTownship: LedgerUnitNumbers[];
  bySchool: LedgerSchoolNumbers[];
  targets: LedgerTargetRow[];
}

export class BurnDownMonth {
  /** Such as 2026-09. */
  month: string;
  opened: number;
  /** Entries that became closed, less those that came back. */
  closed: number;
  /** At the end of the month, or today. */
  remaining: number;
}

/** A census in the course of the ledger. */
export class BurnDownCensus extends ClassCounts {
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
}

export class BurnDown {
  months: BurnDownMonth[];
  /** Oldest first; none for ledgers that are not of classes. */
  censuses: BurnDownCensus[];
}

const earliest = 2000;
const latest = 2100;

export class LedgerTargetInput {
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  quantity: number;

  /** The document or meeting that set it. */
  @IsString()
  @IsFilledIn()
  @MaxLength(500)
  basis: string;
}

export function isTargetYear(year: number): boolean {
  return Number.isInteger(year) && year >= earliest && year <= latest;
}
