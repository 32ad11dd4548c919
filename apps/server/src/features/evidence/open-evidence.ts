import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { EvidenceRow } from '../tasks/tasks.module.js';
import type { ByteRange } from './byte-range.js';
import { conditionOf } from './check-evidence.js';
import type { EvidenceStore } from './evidence-store.js';

/** What a register knows of a file. */
export type StoredEvidence = Pick<EvidenceRow, 'id' | 'fileName' | 'mediaType' | 'size' | 'sha256'>;

/**
 * Opens a stored file for download. A whole file is hashed before its first byte leaves the house, so that nobody is
 * ever given altered evidence (50 MB take about 0.1 s); a part of a file is checked by the file's size.
 * @returns undefined when the file is missing or not what was registered
 */
export async function openEvidence(
  store: EvidenceStore,
  row: StoredEvidence,
  range: ByteRange | undefined,
): Promise<ReadStream | undefined> {
  const path = store.pathOf(row.sha256);
  if (range) {
    const found = await stat(path).catch(() => undefined);
    return found?.size === row.size ? createReadStream(path, range) : undefined;
  }
  return (await conditionOf(path, row.sha256, row.size)) === 'intact' ? createReadStream(path) : undefined;
}
