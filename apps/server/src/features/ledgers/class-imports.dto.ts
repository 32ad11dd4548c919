import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { PersonRef } from '../../http/refs.dto.js';
import { CellFault } from '../indicators/indicators.module.js';

/** The upload form as the API document shows it; it is read as a stream, not as a body. */
export class NewClassImportForm {
  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    description: '1 September of this school year',
  })
  asOf?: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    description: 'the id this import is to have, so that its progress can be asked for while it runs',
  })
  id?: string;
  @ApiProperty({ type: String, format: 'binary' })
  file: string;
}

/** How many classes are above each of the three lines; the next is always part of the one before. */
export class ClassCounts {
  classes: number;
  /** Above 45 or 50, as the standard of the day has it. */
  aboveStandard: number;
  /** 大班额. */
  large: number;
  /** 超大班额. */
  oversize: number;
}

/** The classes as they were on a day; never changed once it is there. */
export class ClassCensusRow extends ClassCounts {
  id: string;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  schoolYear: string;
  fileName: string;
  /** Rows with errors that were left out. */
  skipped: number;
  confirmedBy: PersonRef;
  @ApiProperty({ type: String, format: 'date-time' })
  confirmedAt: string;
}

export const followEvents = [
  'opened',
  'confirmed',
  'relapsed',
  'contradicted',
  'sent_back',
  'vanished',
  'reappeared',
  'measured',
] as const;

/** What the data do to entries of a ledger. */
export class LedgerFollow {
  @ApiProperty({ enum: followEvents, enumName: 'LedgerDataEvent' })
  event: (typeof followEvents)[number];
  name: string;
  count: number;
  /** The first of them. */
  subjects: string[];
}

export class ClassImportPreview {
  rowsRead: number;
  accepted: number;
  rejected: number;
  /** Accepted classes that are the same in the newest census before. */
  unchanged: number;
  counts: ClassCounts;
  schoolYear: string;
  errors: CellFault[];
  errorCount: number;
  /** There are more errors than are listed. */
  truncated: boolean;
  questions: CellFault[];
  unknownColumns: string[];
  /** What was skipped or looked unusual. */
  notes: string[];
  /** Whether the ledger is judged by it: not when there are newer data. */
  judges: boolean;
  follows: LedgerFollow[];
  /** The census this file, or one with the same rows, has already become. */
  @ApiProperty({ type: ClassCensusRow, nullable: true })
  duplicateOf: ClassCensusRow | null;
  /** As a whole; with errors only the good rows can be taken. */
  confirmable: boolean;
}

export const importPhases = ['reading', 'checking', 'storing', 'ready', 'failed', 'interrupted'] as const;
export type ImportPhase = (typeof importPhases)[number];

/** An import, running or read. */
export class ClassImportState {
  id: string;
  fileName: string;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  @ApiProperty({ enum: importPhases, enumName: 'ClassImportPhase' })
  phase: ImportPhase;
  phaseName: string;
  rowsDone: number;
  /** null: not known yet. */
  @ApiProperty({ type: Number, nullable: true })
  rowsTotal: number | null;
  /** Why it failed. */
  @ApiProperty({ type: String, nullable: true })
  problem: string | null;
  startedBy: PersonRef;
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt: string;
}

export class ClassImportView extends ClassImportState {
  /** Once it is ready. */
  @ApiProperty({ type: ClassImportPreview, nullable: true })
  preview: ClassImportPreview | null;
}

export class ConfirmClassImport {
  /** Takes the good rows although others have errors. */
  @IsOptional()
  @IsBoolean()
  goodRowsOnly?: boolean;
}

export class ClassImportResult {
  census: ClassCensusRow;
  /** Classes stored now; 0 when the file had been imported before. */
  added: number;
  skipped: number;
  alreadyImported: boolean;
  /** Whether the ledger was judged by it: not when there are newer data. */
  judged: boolean;
  follows: LedgerFollow[];
}
