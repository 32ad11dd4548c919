import { createHash } from 'node:crypto';
import type { Work } from '../../database/unit-of-work.js';
import { confirmImport } from './confirm-import.js';
import type { DataSetFollower } from './data-set-followers.js';
import { readSheets } from './files/read-sheets.js';
import { readTables } from './read-tables.js';
import { previewImport } from './preview-import.js';
import type { ReceivedTable } from './receive-table.js';
import type { DataSetRow } from './school-imports.dto.js';

/**
 * Reads, previews and confirms a school table in one transaction, all rows or none; for programs, which ask nobody.
 * @throws DomainError `import_refused` for what cannot be read, `rule_refused` for rows with errors
 */
export async function importTable(
  work: Work,
  table: Omit<ReceivedTable, 'sha256'>,
  follow: DataSetFollower,
): Promise<DataSetRow> {
  const { sheets } = await readSheets(table.fileName, table.bytes);
  const sha256 = createHash('sha256').update(table.bytes).digest('hex');
  const { id } = await previewImport(work, { ...table, sha256 }, await readTables(sheets));
  const { dataSet } = await confirmImport(work, id, false, follow);
  return dataSet;
}
