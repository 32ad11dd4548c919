import { createHash } from 'node:crypto';
import type { LedgerKind } from '#campaign-pack';
import { type CivilDate, DomainError, formatDate } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { type RawSheet, storable } from '../../indicators/indicators.module.js';
import { ledgerNumber } from '../ledger-reading.js';
import { changeLine } from '../entries/plan-changes.js';
import { LedgerImportEntity } from '../ledger-import.entity.js';
import type { RowDecision } from './decide-row.js';
import { type ImportFacts, readImportFacts } from './import-facts.queries.js';
import type { LedgerImportLine, LedgerImportPreview } from './ledger-imports.dto.js';
import { readLedgerRows } from './read-ledger-rows.js';

export interface LedgerFile {
  readonly asOf: CivilDate;
  readonly fileName: string;
  readonly bytes: Buffer;
}

const mostLines = 500;

/**
 * Notes what was read of a ledger and says what would become of it; no entry is touched.
 * @param sheets without anything that identifies a person
 * @throws DomainError `import_refused`, `rule_refused` for a day to come
 */
export async function previewLedgerImport(
  work: Work,
  kind: LedgerKind,
  file: LedgerFile,
  sheets: readonly RawSheet[],
): Promise<LedgerImportPreview> {
  const { asOf, fileName, bytes } = file;
  if (asOf > work.today) {
    const message = `日期不能晚于今天（${formatDate(work.today)}）`;
    throw new DomainError('rule_refused', {
      detail: `${message}。`,
      errors: [{ pointer: '/asOf', message }],
    });
  }
  const facts = await readImportFacts(work, kind, asOf, false);
  const { reading, decisions } = await readLedgerRows(work, facts, sheets);
  const counts = countOutcomes(decisions);
  const [id, sha256] = [work.newId(), createHash('sha256').update(bytes).digest('hex')];
  const importedBefore = await lastImportOf(work, kind.id, sha256);
  await work.manager.insert(LedgerImportEntity, {
    campaignId: work.campaignId,
    id,
    kind: kind.id,
    asOf,
    fileName,
    sha256,
    rowsRead: reading.rowsRead,
    ...counts,
    rejected: reading.rejected.length,
    reading: storable(reading),
    createdBy: work.actor.accountId,
    createdAt: work.now,
  });
  const lines = linesOf(facts, reading.accepted, decisions);
  return {
    id,
    fileName,
    rowsRead: reading.rowsRead,
    accepted: counts.opened + counts.changed,
    ...counts,
    rejected: reading.rejected.length,
    lines: lines.slice(0, mostLines),
    linesTruncated: lines.length > mostLines,
    unknownColumns: [...reading.unknownColumns],
    notes: [...reading.notes],
    errors: [...reading.faults],
    errorCount: reading.faultCount,
    truncated: reading.faultCount > reading.faults.length,
    importedBefore: importedBefore?.toISOString() ?? null,
    confirmable: reading.rejected.length === 0 && counts.opened + counts.changed > 0,
  };
}

export function countOutcomes(decisions: readonly RowDecision[]) {
  const count = (outcome: RowDecision['outcome']): number =>
    decisions.filter((decision) => decision.outcome === outcome).length;
  return { opened: count('opened'), changed: count('changed'), unchanged: count('unchanged') };
}

function linesOf(
  facts: ImportFacts,
  accepted: readonly { readonly row: number }[],
  decisions: readonly RowDecision[],
): LedgerImportLine[] {
  const names = namesIn(facts);
  return decisions.flatMap((decision, index): LedgerImportLine[] => {
    const row = accepted[index]?.row ?? 0;
    if (decision.outcome === 'opened') {
      return [{ row, outcome: 'opened', number: null, subject: decision.draft.subject, changes: [] }];
    }
    if (decision.outcome !== 'changed') return [];
    const { entry, difference } = decision;
    const changes = difference.changes.map((change) => changeLine(change, names));
    return [{ row, outcome: 'changed', number: ledgerNumber(entry.seq), subject: entry.subject, changes }];
  });
}

/** Names of what a row can name, by id. */
export function namesIn({ units, projects }: ImportFacts): Map<string, string> {
  return new Map([
    ...[...units.values()].map(({ id, name }) => [id, name] as const),
    ...[...projects].flatMap(([name, ids]) => ids.map((id) => [id, name] as const)),
  ]);
}

async function lastImportOf(work: Work, kind: string, sha256: string): Promise<Date | undefined> {
  const [row] = await work.manager.query<{ at: Date }[]>(
    `SELECT confirmed_at AS at FROM ledger_import
     WHERE campaign_id = $1 AND kind = $2 AND sha256 = $3 AND confirmed_at IS NOT NULL
     ORDER BY confirmed_at DESC LIMIT 1`,
    [work.campaignId, kind, sha256],
  );
  return row?.at;
}
