import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { CellFault } from '../../indicators/indicators.module.js';

/** The upload form as the API document shows it. */
export class NewLedgerImportForm {
  /** The day whose grades and classes the file names; today when absent. */
  @ApiProperty({ type: String, format: 'date', required: false })
  asOf?: string;
  @ApiProperty({ type: String, format: 'binary' })
  file: string;
}

/** What one row would do. */
export class LedgerImportLine {
  row: number;
  @ApiProperty({ enum: ['opened', 'changed'] })
  outcome: 'opened' | 'changed';
  /** The entry's number; null before it is opened. */
  @ApiProperty({ type: String, nullable: true })
  number: string | null;
  subject: string;
  /** What changes, a line each. */
  changes: string[];
}

/** What would become of a file; nothing is changed before it is confirmed. */
export class LedgerImportPreview {
  id: string;
  fileName: string;
  rowsRead: number;
  /** Rows that open or change an entry; read = accepted + unchanged + rejected. */
  accepted: number;
  opened: number;
  changed: number;
  unchanged: number;
  rejected: number;
  @ApiProperty({ type: LedgerImportLine, isArray: true })
  lines: LedgerImportLine[];
  /** There are more of them than are listed. */
  linesTruncated: boolean;
  unknownColumns: string[];
  notes: string[];
  @ApiProperty({ type: CellFault, isArray: true })
  errors: CellFault[];
  errorCount: number;
  truncated: boolean;
  /** This very file was imported before, on this day. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  importedBefore: string | null;
  /** As a whole; with errors only the good rows can be taken. */
  confirmable: boolean;
}

export class ConfirmLedgerImport {
  /** Takes the good rows although others have errors. */
  @IsOptional()
  @IsBoolean()
  goodRowsOnly?: boolean;
}

export class LedgerImportResult {
  opened: number;
  changed: number;
  unchanged: number;
  skipped: number;
}
