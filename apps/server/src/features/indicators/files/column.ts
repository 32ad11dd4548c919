/** One column of an import template. */
export interface Column {
  readonly header: string;
  /** Which field it fills, such as students.primary. */
  readonly path: string;
  readonly required: boolean;
  /** As it may stand in brackets behind the header; null: none. */
  readonly unit: string | null;
  /** What else people call it. */
  readonly aliases?: readonly string[];
  readonly kind: ColumnKind;
  /** For the second sheet of the template. */
  readonly guide: string;
}

export type ColumnKind =
  | { readonly type: 'code'; readonly digits: number }
  | { readonly type: 'text' }
  | { readonly type: 'integer'; readonly largest?: number }
  | { readonly type: 'decimal' }
  | { readonly type: 'date' }
  /** Known, but not read: the program has it from elsewhere. */
  | { readonly type: 'skipped' }
  | { readonly type: 'choice'; readonly choices: ReadonlyMap<string, string> };

/** Columns of the error workbook: known, and skipped when the corrected workbook comes back. */
export const errorColumns = ['行号', '列', '值', '原因'] as const;
