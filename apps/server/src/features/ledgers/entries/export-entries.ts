import type { LedgerKind } from '#campaign-pack';
import { formatDateShort } from '#kernel';
import { type TableCell, tablesWorkbook } from '#official-documents';
import type { Work } from '../../../database/unit-of-work.js';
import { readCampaignName } from '../../../jobs/read-campaign-name.js';
import { headers, stageNames } from '../imports/ledger-columns.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import type { LedgerRow } from './entry-views.dto.js';
import type { EntryFilter } from './list-entries.dto.js';
import { readLedgerRows } from './list-entries.queries.js';

interface ExportColumn {
  readonly heading: string;
  readonly width: number;
  readonly cell: (row: LedgerRow) => TableCell;
}

/**
 * The list as a workbook: every entry of the filter, whatever page the reader is on. It can be imported again as it
 * is and changes nothing, so nothing stands below the table.
 */
export async function exportEntries(
  work: Work,
  kinds: LedgerKinds,
  kind: LedgerKind,
  filter: EntryFilter,
): Promise<Buffer> {
  const rows = await readLedgerRows(work, kinds, { ...filter, kind: kind.id });
  const columns = exportColumns(kind);
  return tablesWorkbook([
    {
      name: `${kind.name}台账`,
      title: `${await readCampaignName(work)}${kind.name}台账`,
      head: `截至${formatDateShort(work.today)}，共 ${rows.length} 条。销号依据：${kind.closes}。`,
      columns: columns.map(({ heading, width }) => ({ heading, width })),
      rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
      notes: [],
    },
  ]);
}

function exportColumns(kind: LedgerKind): ExportColumn[] {
  const ofData = kind.subject === 'class' || kind.subject === 'school' || kind.subject === 'school_indicator';
  const text = (
    heading: string,
    width: number,
    of: (row: LedgerRow) => string | number | null,
  ): ExportColumn => ({
    heading,
    width,
    cell: (row) => of(row) ?? '',
  });
  return [
    text(headers.number, 11, (row) => row.number),
    text(kind.subject === 'problem' ? headers.problem : headers.subject, 30, (row) => row.subject),
    text(headers.schoolCode, 13, (row) => row.schoolCode),
    text(headers.schoolName, 20, (row) => row.schoolName),
    ...(kind.subject === 'school_indicator'
      ? [text(headers.stage, 8, (row) => row.stage && stageNames[row.stage])]
      : []),
    ...(kind.subject === 'problem' || kind.subject === 'school_indicator'
      ? [text(headers.indicator, 9, (row) => row.indicator)]
      : []),
    ...(ofData
      ? [
          text(headers.category, 11, (row) => row.categoryName),
          text(headers.openedValue, 9, (row) => row.openedValue),
          text(headers.line, 9, (row) => row.line),
          text(headers.value, 9, (row) => row.value),
          text(headers.dataAsOf, 12, (row) => row.dataAsOf),
        ]
      : []),
    ...kind.columns.map(({ key, name }) => text(name, 12, (row) => row.fields[key] ?? null)),
    text(headers.cause, 16, (row) => row.cause),
    text(headers.measure, 14, (row) => row.measure),
    text(headers.measureNote, 20, (row) => row.measureNote),
    text(headers.project, 18, (row) => row.project?.name ?? null),
    text(headers.unit, 14, (row) => row.unit?.name ?? null),
    text(headers.township, 14, (row) => row.township?.name ?? null),
    text(headers.dueOn, 12, (row) => row.dueOn),
    text(headers.targetYear, 9, (row) => row.targetYear),
    {
      heading: headers.state,
      width: 16,
      cell: (row) => ({ text: row.stateName, marked: row.contradicted || row.late }),
    },
    text(headers.relapses, 9, (row) => row.relapses),
    text(headers.progress, 26, (row) => row.lastProgress),
    text(headers.openedOn, 12, (row) => row.openedOn),
    text(headers.achievedOn, 12, (row) => row.achievedOn),
  ];
}
