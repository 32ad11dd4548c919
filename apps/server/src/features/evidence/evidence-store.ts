import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '#kernel';
import { syncFolder } from '../../database/sync-folder.js';

/** Bytes received into the waiting room; not evidence yet. */
export interface ReceivedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

export interface StoreLimits {
  readonly maxBytes: number;
  /** An upload is cut when no byte came for so long. */
  readonly silenceMs: number;
}

/**
 * Files under `<root>/<2 hex>/<sha256>`: the name is the content's hash, so nothing a user typed becomes a path, and the
 * same file uploaded twice is stored once. A file appears under its name complete and on disk, or not at all.
 */
export class EvidenceStore {
  readonly temporary: string;
  readonly quarantine: string;

  constructor(
    readonly root: string,
    readonly limits: StoreLimits,
  ) {
    this.temporary = join(root, 'tmp');
    this.quarantine = join(root, 'quarantine');
  }

  pathOf(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256);
  }

  /**
   * Writes a stream into the waiting room, hashing it on the way; whatever interrupts it leaves nothing behind.
   * @throws DomainError `too_large`, or `malformed` when the sender fell silent
   */
  async receive(source: Readable): Promise<ReceivedFile> {
    // A sender may break off before anybody reads: unheard, that would end the process. Reading reports it.
    source.on('error', () => undefined);
    await mkdir(this.temporary, { recursive: true, mode: 0o700 });
    const path = join(this.temporary, randomUUID());
    const file = await open(path, 'wx', 0o600);
    try {
      const written = await this.write(source, file);
      await file.sync();
      await file.close();
      return { path, ...written };
    } catch (error) {
      await file.close();
      await this.discard({ path });
      throw error;
    }
  }

  /** Gives a received file its lasting place. An older copy of the same content is replaced, which also heals it. */
  async keep(received: ReceivedFile): Promise<void> {
    const path = this.pathOf(received.sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(received.path, path);
    await syncFolder(dirname(path));
    await syncFolder(this.root);
  }

  /** Forgets a received file; one that was kept is no longer there, which is fine. */
  async discard(received: { readonly path: string }): Promise<void> {
    await rm(received.path, { force: true });
  }

  private async write(source: Readable, file: FileHandle): Promise<{ size: number; sha256: string }> {
    const hash = createHash('sha256');
    let size = 0;
    const silence = setTimeout(() => source.destroy(fellSilent(this.limits)), this.limits.silenceMs);
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        silence.refresh();
        size += chunk.length;
        if (size > this.limits.maxBytes) throw tooLarge(this.limits);
        hash.update(chunk);
        await writeAll(file, chunk);
      }
    } finally {
      clearTimeout(silence);
    }
    return { size, sha256: hash.digest('hex') };
  }
}

/** The hash of a stored file as it is now. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let done = 0; done < chunk.length;) done += (await file.write(chunk, done)).bytesWritten;
}

function tooLarge(limits: StoreLimits): DomainError {
  return new DomainError('too_large', {
    detail: `文件超过 ${Math.floor(limits.maxBytes / 1024 / 1024)} MB。`,
  });
}

function fellSilent(limits: StoreLimits): DomainError {
  const seconds = Math.round(limits.silenceMs / 1000);
  return new DomainError('malformed', {
    detail: `上传中断：${seconds} 秒没有收到数据，请检查网络后重新上传。`,
  });
}
