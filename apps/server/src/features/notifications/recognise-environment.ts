import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { setSendingStop } from './sending-switch.js';

interface Mark {
  readonly id: string;
  /** How often this installation has started. */
  readonly starts: number;
}

const settingKey = 'environment';

/**
 * Tells an installation from a restored copy of it: the data folder and the database carry the same id, the
 * folder's file knows its own place on the disk, which no copy keeps, and a database that has started less often than
 * its folder is an older one put back. Of a copy nothing is sent until someone confirms.
 * @returns whether this start found a copy
 */
export async function recogniseEnvironment(
  dataSource: DataSource,
  dataDirectory: string,
  nowMs: number,
): Promise<boolean> {
  const path = join(dataDirectory, 'environment-id');
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('environment', 0))`);
    const stored = await readStored(manager);
    const found = readFile(path);
    const copied =
      stored !== undefined && (found === undefined || found.id !== stored.id || found.starts > stored.starts);
    const mark = { id: stored && !copied ? stored.id : randomUUID(), starts: (stored?.starts ?? 0) + 1 };
    const at = new Date(nowMs).toISOString();
    if (copied) await setSendingStop(manager, { reason: 'restored', by: null, at });
    await manager.query(
      `INSERT INTO instance_setting (key, value, updated_at) VALUES ($1, $2, $3)
       ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = EXCLUDED.updated_at`,
      [settingKey, JSON.stringify(mark), at],
    );
    writeMark(path, mark);
    return copied;
  });
}

async function readStored(manager: EntityManager): Promise<Mark | undefined> {
  const [row] = await manager.query<{ value: Mark }[]>(`SELECT value FROM instance_setting WHERE key = $1`, [
    settingKey,
  ]);
  return row?.value;
}

/** The file lies where it says it was made; a copy of it does not. */
function readFile(path: string): Mark | undefined {
  try {
    const { inode, ...mark } = JSON.parse(readFileSync(path, 'utf8')) as Mark & { inode: string };
    return inode === placeOf(path) ? mark : undefined;
  } catch {
    return undefined;
  }
}

function placeOf(path: string): string {
  return String(statSync(path, { bigint: true }).ino);
}

/** Written beside and renamed into place, which keeps the place on the disk that is written inside. */
function writeMark(path: string, mark: Mark): void {
  const next = `${path}.${process.pid}`;
  closeSync(openSync(next, 'w', 0o600));
  writeFileSync(next, JSON.stringify({ ...mark, inode: placeOf(next) }));
  renameSync(next, path);
}
