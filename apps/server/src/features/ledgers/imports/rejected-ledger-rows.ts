import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { rejectedWorkbook, type TableReading } from '../../indicators/indicators.module.js';

/**
 * The rows of a ledger that were refused, with their original cells and the reasons; for whoever imported it.
 * @throws DomainError `not_found` when there is no such import of this person
 */
export async function rejectedLedgerRows(
  work: Work,
  kind: string,
  importId: string,
): Promise<{ content: Buffer; name: string }> {
  const [row] = await work.manager.query<{ file_name: string; reading: TableReading<unknown> }[]>(
    `SELECT file_name, reading FROM ledger_import
     WHERE campaign_id = $1 AND id = $2 AND kind = $3 AND created_by = $4`,
    [work.campaignId, importId, kind, work.actor.accountId],
  );
  if (!row) throw new DomainError('not_found', { detail: '没有这次导入，请重新上传。' });
  const name = `错误行-${row.file_name.replace(/\.\w+$/, '')}.xlsx`;
  return { content: await rejectedWorkbook(row.reading), name };
}
