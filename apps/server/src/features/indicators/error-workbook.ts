import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { rejectedWorkbook } from './files/templates.js';
import type { TableReading } from './files/table-reading.js';

/**
 * The rows of a file that were refused, with their original cells and the reasons.
 * @throws DomainError `not_found` when there is no such import
 */
export async function rejectedRows(
  work: Work,
  importId: string,
  table: 'schools' | 'classes',
): Promise<{ content: Buffer; name: string }> {
  const [row] = await work.manager.query<{ file_name: string; reading: TableReading<unknown> | null }[]>(
    `SELECT file_name, CASE WHEN $3 = 'classes' THEN class_reading ELSE reading END AS reading FROM school_import WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, importId, table],
  );
  if (!row?.reading) throw new DomainError('not_found', { detail: '没有这次导入，或文件里没有这张表。' });
  const name = `错误行-${row.file_name.replace(/\.\w+$/, '')}.xlsx`;
  return { content: await rejectedWorkbook(row.reading), name };
}
