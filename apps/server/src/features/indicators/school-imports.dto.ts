import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { PersonRef } from '../../http/refs.dto.js';
import { type DataSetKind, dataSetKinds } from './evaluation-words.js';

/** A table of schools as of one day; never changed once it is there. */
export class DataSetRow {
  id: string;
  /** Such as 2021-2022. */
  schoolYear: string;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  @ApiProperty({ enum: dataSetKinds, enumName: 'DataSetKind' })
  kind: DataSetKind;
  schools: number;
  /** 0 when the file had no 班级情况表. */
  classes: number;
  fileName: string;
  @ApiProperty({ type: String, format: 'date-time' })
  importedAt: string;
  importedBy: PersonRef;
}

/** The upload form as the API document shows it; it is read as a stream, not as a body. */
export class NewSchoolImportForm {
  @ApiProperty({ enum: dataSetKinds, enumName: 'DataSetKind' })
  kind: DataSetKind;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  @ApiProperty({ type: String, format: 'binary' })
  file: string;
}

/** Something wrong, or worth a question, in one cell of the file. */
export class CellFault {
  sheet: string;
  /** Counted from 1, as the spreadsheet program does. */
  row: number;
  column: string;
  /** Such as H7; empty when the file has no such column. */
  cell: string;
  value: string;
  reason: string;
}

/** What would become of a file: nothing is stored as data before it is confirmed. */
export class ImportPreview {
  id: string;
  fileName: string;
  @ApiProperty({ enum: dataSetKinds, enumName: 'DataSetKind' })
  kind: DataSetKind;
  schoolYear: string;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  rowsRead: number;
  accepted: number;
  rejected: number;
  /** Accepted schools that are the same in the newest data set of this kind. */
  unchanged: number;
  /** Of the rows read, those of 班级情况表 and its refused ones. */
  classRows: number;
  classRowsRejected: number;
  unknownColumns: string[];
  /** What was skipped or looked unusual. */
  notes: string[];
  errors: CellFault[];
  errorCount: number;
  /** There are more errors than are listed. */
  truncated: boolean;
  questions: CellFault[];
  /** The data set this very file has already become. */
  @ApiProperty({ type: DataSetRow, nullable: true })
  duplicateOf: DataSetRow | null;
  /** As a whole; with errors only the good rows can be taken. */
  confirmable: boolean;
}

export const tables = ['schools', 'classes'] as const;

export class TableQuery {
  @ApiProperty({ enum: tables, enumName: 'SchoolTable', required: false, description: 'schools when absent' })
  @IsOptional()
  @IsIn(tables)
  table: (typeof tables)[number] = 'schools';
}

export class ConfirmImport {
  /** Takes the good rows although others have errors. */
  @IsOptional()
  @IsBoolean()
  goodRowsOnly?: boolean;
}

export class ImportResult {
  dataSet: DataSetRow;
  /** Rows stored now; 0 when this file had been imported before. */
  added: number;
  skipped: number;
  alreadyImported: boolean;
}
