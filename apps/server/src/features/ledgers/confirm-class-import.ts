import { type CivilDate, DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readCensuses, sameClasses, toCensusRow } from './class-censuses.queries.js';
import type { ClassImportResult } from './class-imports.dto.js';
import type { LedgerTools } from './follow-data.js';
import { registerCensus } from './register-census.js';
import { tellLedgerNews } from './tell-ledger-news.js';

interface ImportRecord {
  readonly as_of: CivilDate;
  readonly sha256: string;
  readonly rows_accepted: number;
  readonly rows_rejected: number;
}

/**
 * Makes a census of a file that was read, all of it or, when asked for, the good rows, and lets the ledger follow it. A
 * file of the same day with the same classes changes nothing, and the answer says so.
 * @throws DomainError `not_found`; `rule_refused` for errors that were not waived, or when no row is good
 */
export async function confirmClassImport(
  work: Work,
  tools: LedgerTools,
  importId: string,
  goodRowsOnly: boolean,
): Promise<ClassImportResult> {
  // One after the other: the second of two at once finds what the first has done.
  await work.manager.query(`SELECT 1 FROM campaign WHERE id = $1 FOR UPDATE`, [work.campaignId]);
  const record = await findImport(work, importId);
  const { as_of: asOf, sha256, rows_accepted: accepted, rows_rejected: skipped } = record;
  const known = await findCensus(work, importId, record);
  if (known) {
    const census = toCensusRow(known);
    return { census, added: 0, skipped: 0, alreadyImported: true, judged: false, follows: [] };
  }
  if (skipped > 0 && !goodRowsOnly) {
    const detail = `有 ${skipped} 行有错误，没有导入任何一行。请改正后重新上传，或选择只导入没有错误的 ${accepted} 行。`;
    throw new DomainError('rule_refused', { detail });
  }
  if (accepted === 0) throw new DomainError('rule_refused', { detail: '没有一个班级可以导入。' });
  const made = await registerCensus(work, tools, { importId, asOf, sha256, skipped });
  await tellLedgerNews(work, made.news, importId, tools.origin);
  return {
    census: toCensusRow(made.census),
    added: accepted,
    skipped,
    alreadyImported: false,
    judged: made.judged,
    follows: [...made.follows],
  };
}

/** The census of the same file, or of another file of that day whose classes are the same. */
export async function findCensus(
  work: Work,
  importId: string,
  { as_of: asOf, sha256 }: Pick<ImportRecord, 'as_of' | 'sha256'>,
) {
  const [same] = await readCensuses(work, { file: { asOf, sha256 } });
  if (same) return same;
  const [newest] = await readCensuses(work, { on: asOf });
  return newest && (await sameClasses(work, importId, newest.importId)) ? newest : null;
}

async function findImport(work: Work, id: string): Promise<ImportRecord> {
  const [row] = await work.manager.query<ImportRecord[]>(
    `SELECT as_of, sha256, rows_accepted, rows_rejected FROM class_import WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, id],
  );
  if (!row) throw new DomainError('not_found', { detail: '没有这次导入，或还没有读完，请稍候或重新上传。' });
  return row;
}
