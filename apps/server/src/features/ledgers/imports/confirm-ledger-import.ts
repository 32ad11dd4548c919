import { type CivilDate, DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { appendEntryEvents } from '../entries/entry-events.js';
import { insertEntries } from '../entries/insert-entries.js';
import { changeLine } from '../entries/plan-changes.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import { decideRow, type ImportedRow, type RowDecision } from './decide-row.js';
import { type ImportFacts, readImportFacts } from './import-facts.queries.js';
import type { LedgerImportResult } from './ledger-imports.dto.js';
import { countOutcomes, namesIn } from './preview-ledger-import.js';

interface StoredImport {
  readonly kind: string;
  readonly asOf: CivilDate;
  readonly opened: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rows: readonly ImportedRow[];
  readonly confirmed: boolean;
}

/**
 * Takes over what a preview had read, all of it or, when asked for, the good rows. What the rows do is decided once more: if
 * it is not what the person saw, nothing happens.
 * @throws DomainError `not_found`, `wrong_state` when it was confirmed, `rule_refused` for errors that were not waived,
 *   `preview_stale`
 */
export async function confirmLedgerImport(
  work: Work,
  kinds: LedgerKinds,
  kindId: string,
  importId: string,
  goodRowsOnly: boolean,
): Promise<LedgerImportResult> {
  const stored = await lockImport(work, kindId, importId);
  if (stored.rejected > 0 && !goodRowsOnly) {
    const good = stored.opened + stored.changed;
    throw new DomainError('rule_refused', {
      detail: `有 ${stored.rejected} 行有错误，没有导入任何一行。请改正后重新上传，或选择只导入没有错误的 ${good} 行。`,
    });
  }
  const facts = await readImportFacts(work, kinds.get(kindId), stored.asOf, true);
  const decisions = stored.rows.map((row) => decideRow(work, facts, row));
  const counts = countOutcomes(decisions);
  if (
    counts.opened !== stored.opened ||
    counts.changed !== stored.changed ||
    counts.unchanged !== stored.unchanged
  ) {
    throw new DomainError('preview_stale', { detail: '预览以后有人改过这本台账，导入的结果会不一样。' });
  }
  await carryOut(work, facts, importId, decisions);
  await work.fault('after-ledger-import');
  await work.manager.query(`UPDATE ledger_import SET confirmed_at = $3 WHERE campaign_id = $1 AND id = $2`, [
    work.campaignId,
    importId,
    work.now,
  ]);
  return { ...counts, skipped: stored.rejected };
}

async function lockImport(work: Work, kind: string, id: string): Promise<StoredImport> {
  const [row] = await work.manager.query<StoredImport[]>(
    `SELECT kind, as_of AS "asOf", opened, changed, unchanged, rejected, reading -> 'accepted' AS rows,
       confirmed_at IS NOT NULL AS confirmed
     FROM ledger_import WHERE campaign_id = $1 AND id = $2 AND kind = $3 AND created_by = $4 FOR UPDATE`,
    [work.campaignId, id, kind, work.actor.accountId],
  );
  if (!row) throw new DomainError('not_found', { detail: '没有这次导入，请重新上传。' });
  if (row.confirmed) throw new DomainError('wrong_state', { detail: '这次导入已经确认过了。' });
  return row;
}

async function carryOut(
  work: Work,
  facts: ImportFacts,
  importId: string,
  decisions: readonly RowDecision[],
): Promise<void> {
  const drafts = decisions.flatMap((one) => (one.outcome === 'opened' ? [one.draft] : []));
  const opened = await insertEntries(work, { kind: facts.kind.id, importId }, drafts);
  if (opened.size !== drafts.length) {
    throw new DomainError('preview_stale', { detail: '预览以后有人建了同样的台账，请重新预览。' });
  }
  const changes = decisions.flatMap((one) => (one.outcome === 'changed' ? [one] : []));
  if (changes.length === 0) return;
  const rows = changes.map(({ entry, difference }) => ({ id: entry.id, ...difference.plan }));
  await work.manager.query(
    `UPDATE ledger_entry e SET cause = r.cause, measure = r.measure, measure_note = r."measureNote", unit_id = r."unitId",
       township_id = r."townshipId", project_id = r."projectId", due_on = r."dueOn", target_year = r."targetYear",
       fields = r.fields, version = e.version + 1, updated_at = $2
     FROM json_to_recordset($3) AS r(id uuid, cause text, measure text, "measureNote" text, "unitId" uuid, "townshipId" uuid,
       "projectId" uuid, "dueOn" date, "targetYear" int, fields jsonb)
     WHERE e.campaign_id = $1 AND e.id = r.id`,
    [work.campaignId, work.now, JSON.stringify(rows)],
  );
  const names = namesIn(facts);
  await appendEntryEvents(
    work,
    changes.map(({ entry, difference }) => ({
      entryId: entry.id,
      action: 'imported',
      fromState: entry.state,
      toState: entry.state,
      detail: { lines: difference.changes.map((change) => changeLine(change, names)) },
      sourceId: importId,
    })),
  );
}
