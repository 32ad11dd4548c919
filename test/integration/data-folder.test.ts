import { afterEach, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseAddress } from '../support/database-address.js';
import { queryAt } from '../support/database.js';

interface Holder {
  child: ChildProcess;
  serverPid: number;
  connection: DatabaseAddress;
}

const program = join(import.meta.dirname, '../support/embedded-process.mjs');
const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGTERM');
    await ended(child);
  }
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

describe('T18: one process on a data folder', () => {
  test('a second start ends within three seconds, names the PID and changes nothing', async () => {
    const dataDir = newFolder();
    const first = await startHolder(dataDir);
    await queryAt(first.connection, 'CREATE TABLE mine AS SELECT 1 AS a');
    const second = await run(dataDir);
    expect(second.code).toBe(1);
    expect(second.ms).toBeLessThan(3_000);
    expect(second.output).toContain(`PID ${first.child.pid}`);
    expect(await queryAt(first.connection, 'SELECT a FROM mine')).toEqual([{ a: 1 }]);
  });

  test('so it does through a symbolic link, and when the holder is frozen', async () => {
    const dataDir = newFolder();
    const first = await startHolder(dataDir);
    const link = join(newFolder(), 'link');
    fs.symlinkSync(dataDir, link);
    first.child.kill('SIGSTOP');
    const second = await run(link);
    first.child.kill('SIGCONT');
    expect(second.code).toBe(1);
    expect(second.ms).toBeLessThan(3_000);
    expect(second.output).toContain(`PID ${first.child.pid}`);
  });

  test('after a clean stop the folder is free again', async () => {
    const dataDir = newFolder();
    const first = await startHolder(dataDir);
    first.child.kill('SIGTERM');
    expect(await ended(first.child)).toBe(0);
    await startHolder(dataDir);
  });

  test('a server left by kill -9 is stopped, and what it acknowledged is there', async () => {
    const dataDir = newFolder();
    const first = await startHolder(dataDir);
    await queryAt(first.connection, 'CREATE TABLE acknowledged AS SELECT 7 AS a');
    first.child.kill('SIGKILL');
    await ended(first.child);
    expect(isAlive(first.serverPid)).toBe(true);
    const second = await startHolder(dataDir);
    expect(second.serverPid).not.toBe(first.serverPid);
    expect(await queryAt(second.connection, 'SELECT a FROM acknowledged')).toEqual([{ a: 7 }]);
  });

  test('the whole tree killed: the next start recovers by itself', async () => {
    const dataDir = newFolder();
    const first = await startHolder(dataDir);
    await queryAt(first.connection, 'CREATE TABLE acknowledged AS SELECT 7 AS a');
    first.child.kill('SIGKILL');
    process.kill(first.serverPid, 'SIGKILL');
    const second = await startHolder(dataDir);
    expect(await queryAt(second.connection, 'SELECT a FROM acknowledged')).toEqual([{ a: 7 }]);
  });

  test.each([
    ['of a process that is gone', () => deadPid()],
    ['that now belongs to another process', () => process.pid],
  ])('a pid file with the number %s does not block', async (_case, pid) => {
    const dataDir = newFolder();
    const first = await startHolder(dataDir);
    first.child.kill('SIGKILL');
    process.kill(first.serverPid, 'SIGKILL');
    await ended(first.child);
    const pidFile = join(dataDir, 'postgres/postmaster.pid');
    const [, ...rest] = fs.readFileSync(pidFile, 'utf8').split('\n');
    fs.writeFileSync(pidFile, [await pid(), ...rest].join('\n'));
    const second = await startHolder(dataDir);
    expect(await queryAt(second.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(isAlive(process.pid)).toBe(true);
  });

  test('a place where no folder can be is refused in one sentence', async () => {
    const file = join(newFolder(), 'file');
    fs.writeFileSync(file, '');
    const { code, output } = await run(join(file, 'data'));
    expect(code).toBe(1);
    expect(output).toMatch(/StartUpError: 数据文件夹 .* 不可写（ENOTDIR）/);
  });
});

function newFolder(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'junheng-hold-'));
  folders.push(folder);
  return folder;
}

function spawnHolder(dataDir: string): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['--no-warnings', program, dataDir]);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  return { child, output: () => text };
}

async function startHolder(dataDir: string): Promise<Holder> {
  const { child, output } = spawnHolder(dataDir);
  children.push(child);
  while (!output().endsWith('}\n')) {
    if (child.exitCode !== null) throw new Error(output());
    await delay(20);
  }
  return { child, ...(JSON.parse(output()) as Omit<Holder, 'child'>) };
}

async function run(dataDir: string): Promise<{ code: number | null; output: string; ms: number }> {
  const startedAt = performance.now();
  const { child, output } = spawnHolder(dataDir);
  children.push(child);
  const code = await ended(child);
  return { code, output: output(), ms: performance.now() - startedAt };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once('exit', resolve));
  }
  return child.exitCode;
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version']);
  await ended(child);
  return child.pid ?? 0;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
