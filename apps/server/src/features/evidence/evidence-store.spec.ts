import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EvidenceStore, hashOf } from './evidence-store.js';

let folder: string;
let store: EvidenceStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-store-'));
  store = new EvidenceStore(join(folder, 'evidence'), { maxBytes: 1000, silenceMs: 150 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const waiting = (): string[] => readdirSync(store.temporary);
const chunks = (...parts: string[]): Readable => Readable.from(parts.map((part) => Buffer.from(part)));

describe('EvidenceStore', () => {
  test('a received file is hashed on the way and gets its place under the hash', async () => {
    const received = await store.receive(chunks('公', '共'));
    const sha256 = createHash('sha256').update('公共').digest('hex');
    expect(received).toMatchObject({ size: 6, sha256 });
    expect(waiting()).toHaveLength(1);
    await store.keep(received);
    expect(waiting()).toEqual([]);
    expect(store.pathOf(sha256)).toBe(join(store.root, sha256.slice(0, 2), sha256));
    expect(readFileSync(store.pathOf(sha256), 'utf8')).toBe('公共');
    expect(await hashOf(store.pathOf(sha256))).toBe(sha256);
    expect(statSync(store.pathOf(sha256)).mode & 0o777).toBe(0o600);
  });

  test('the same content twice is one file', async () => {
    for (let times = 0; times < 2; times += 1) await store.keep(await store.receive(chunks('一样')));
    const stored = readdirSync(store.root, { recursive: true, encoding: 'utf8' });
    expect(stored.filter((path) => /[0-9a-f]{64}$/.test(path))).toHaveLength(1);
  });

  test('T25 the limit is taken, one byte more is not and leaves nothing', async () => {
    expect((await store.receive(chunks('x'.repeat(1000)))).size).toBe(1000);
    const before = waiting();
    await expect(store.receive(chunks('x'.repeat(600), 'x'.repeat(401)))).rejects.toMatchObject({
      code: 'too_large',
    });
    expect(waiting()).toEqual(before);
  });

  test('T25 an upload that falls silent is cut and leaves nothing', async () => {
    const source = new PassThrough();
    source.write('first');
    await expect(store.receive(source)).rejects.toMatchObject({ code: 'malformed' });
    expect(source.destroyed).toBe(true);
    expect(waiting()).toEqual([]);
  });

  test('T25 a slow upload that keeps coming is not cut', async () => {
    const source = new PassThrough();
    let sent = 0;
    const timer = setInterval(() => (sent++ < 6 ? source.write('x') : source.end()), 60);
    const received = await store.receive(source);
    clearInterval(timer);
    expect(received.size).toBe(6);
  });

  test('an upload that breaks off leaves nothing', async () => {
    const source = new PassThrough();
    source.write('first');
    setTimeout(() => source.destroy(new Error('connection lost')), 20);
    await expect(store.receive(source)).rejects.toThrow('connection lost');
    expect(waiting()).toEqual([]);
  });

  test('an upload that breaks off before it is read is reported, not fatal', async () => {
    const source = new PassThrough();
    const receiving = store.receive(source);
    source.destroy(new Error('connection lost'));
    await expect(receiving).rejects.toThrow('connection lost');
    expect(waiting()).toEqual([]);
  });

  test('discarding what was kept leaves it in its place', async () => {
    const received = await store.receive(chunks('内容'));
    await store.keep(received);
    await store.discard(received);
    expect(readFileSync(store.pathOf(received.sha256), 'utf8')).toBe('内容');
  });
});
