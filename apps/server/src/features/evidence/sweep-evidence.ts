import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import type { EvidenceStore } from './evidence-store.js';

const hourMs = 3_600_000;
const unfinishedAfterMs = hourMs;
const orphanAfterMs = 24 * hourMs;

// Chosen at random once: uploads take it shared, the sweeper alone, so that no file is swept between rename and row.
const storeLock = 4_190_552_837;

/** What a sweep did. */
export interface SweepResult {
  /** Uploads that never ended, removed. */
  readonly unfinished: number;
  /** Files no row speaks of, moved to quarantine under their hash. */
  readonly quarantined: readonly string[];
}

/** To be called in an upload's transaction before its file gets its lasting place. */
export async function keepSweeperAway(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock_shared($1)`, [storeLock]);
}

/**
 * Clears what interrupted uploads left: files in the waiting room older than an hour, and files without a row older than
 * a day. Nothing with a row is touched, and nothing that was evidence is deleted: orphans go to quarantine.
 * @param manager of a transaction of its own
 * @param nowMs system time
 */
export async function sweepEvidence(
  manager: EntityManager,
  store: EvidenceStore,
  nowMs: number,
): Promise<SweepResult> {
  let unfinished = 0;
  for (const name of await entriesIn(store.temporary)) {
    const path = join(store.temporary, name);
    if (!(await olderThan(path, nowMs - unfinishedAfterMs))) continue;
    await rm(path, { force: true });
    unfinished += 1;
  }
  await manager.query(`SELECT pg_advisory_xact_lock($1)`, [storeLock]);
  const registered = await registeredHashes(manager);
  const quarantined: string[] = [];
  for (const sha256 of await storedHashes(store)) {
    if (registered.has(sha256) || !(await olderThan(store.pathOf(sha256), nowMs - orphanAfterMs))) continue;
    await mkdir(store.quarantine, { recursive: true, mode: 0o700 });
    await rename(store.pathOf(sha256), join(store.quarantine, sha256));
    quarantined.push(sha256);
  }
  return { unfinished, quarantined };
}

/** Hashes of all files that have their lasting place. */
export async function storedHashes(store: EvidenceStore): Promise<string[]> {
  const folders = (await entriesIn(store.root)).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const names: string[] = [];
  for (const folder of folders) names.push(...(await entriesIn(join(store.root, folder))));
  return names.filter((name) => /^[0-9a-f]{64}$/.test(name));
}

async function registeredHashes(manager: EntityManager): Promise<Set<string>> {
  const rows = await manager.query<{ sha256: string }[]>(
    `SELECT sha256 FROM evidence UNION SELECT sha256 FROM ledger_evidence`,
  );
  return new Set(rows.map((row) => row.sha256));
}

async function entriesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function olderThan(path: string, instantMs: number): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found !== undefined && found.mtimeMs < instantMs;
}
