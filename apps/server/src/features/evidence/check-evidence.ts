import { stat } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import { type EvidenceStore, hashOf } from './evidence-store.js';
import { storedHashes } from './sweep-evidence.js';

/** A registered file that is missing or no longer what was registered. */
export interface BrokenEvidence {
  readonly evidenceId: string;
  readonly campaignId: string;
  readonly fileName: string;
  readonly sha256: string;
}

export interface EvidenceCheck {
  readonly rows: number;
  readonly files: number;
  readonly missing: readonly BrokenEvidence[];
  readonly changed: readonly BrokenEvidence[];
  /** Files no row speaks of; the sweeper moves them to quarantine after a day. */
  readonly filesWithoutRow: readonly string[];
}

/** Compares the register with the store, every file by its hash. */
export async function checkEvidence(manager: EntityManager, store: EvidenceStore): Promise<EvidenceCheck> {
  const rows = await manager.query<BrokenEvidence[]>(
    `SELECT id AS "evidenceId", campaign_id AS "campaignId", file_name AS "fileName", sha256
     FROM evidence
     UNION ALL SELECT id, campaign_id, file_name, sha256 FROM ledger_evidence ORDER BY 2, 1`,
  );
  const registered = new Set(rows.map((row) => row.sha256));
  const found = new Map<string, FileCondition>();
  for (const sha256 of registered) found.set(sha256, await conditionOf(store.pathOf(sha256), sha256));
  const files = await storedHashes(store);
  return {
    rows: rows.length,
    files: files.length,
    missing: rows.filter((row) => found.get(row.sha256) === 'missing'),
    changed: rows.filter((row) => found.get(row.sha256) === 'changed'),
    filesWithoutRow: files.filter((sha256) => !registered.has(sha256)),
  };
}

export type FileCondition = 'intact' | 'changed' | 'missing';

/** Whether a stored file still is what its name says. @param size bytes; when given, a wrong size spares the hashing */
export async function conditionOf(path: string, sha256: string, size?: number): Promise<FileCondition> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return 'missing';
  if (size !== undefined && found.size !== size) return 'changed';
  return (await hashOf(path)) === sha256 ? 'intact' : 'changed';
}
