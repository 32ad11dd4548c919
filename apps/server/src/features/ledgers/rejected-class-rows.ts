import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { rejectedWorkbook } from '../indicators/indicators.module.js';
import type { ClassRemarks } from './stage-class-import.js';

/**
 * The rows of a file that were refused, with their original cells and the reasons.
 * @throws DomainError `not_found` when there is no such import
 */
export async function rejectedClassRows(
  work: Work,
  importId: string,
): Promise<{ content: Buffer; name: string }> {
  const [row] = await work.manager.query<{ file_name: string; remarks: ClassRemarks }[]>(
    `SELECT file_name, remarks FROM class_import WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, importId],
  );
  if (!row) throw new DomainError('not_found', { detail: '没有这次导入，请重新上传。' });
  const name = `错误行-${row.file_name.replace(/\.\w+$/, '')}.xlsx`;
  return { content: await rejectedWorkbook(row.remarks), name };
}
