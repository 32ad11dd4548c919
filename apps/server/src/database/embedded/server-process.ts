import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartUpError } from '../../config/start-up-error.js';
import { dataDirectoryArgument, serverEnvironment } from './cluster.js';
import { folderIdentity } from './folder-identity.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { ServerAccount } from './server-account.js';

const POLL_MS = 20;
const TELL_AFTER_MS = 3_000;
const LARGEST_LOG_BYTES = 10_000_000;

/** The name by which a server process, and each of its children, tells whose folder it serves. */
export const clusterName = (cluster: string): string => `junheng-${folderIdentity(cluster)}`;

export interface Launch {
  binaries: PostgresBinaries;
  cluster: string;
  account: ServerAccount;
  logFile: string;
  settings: Record<string, string>;
  log: (line: string) => void;
}

/**
 * Starts the server and waits until it accepts connections; crash recovery may take its time.
 * It gets a process group of its own, so that Ctrl-C reaches this process only and the order of
 * stopping stays ours, and it writes to a file, so that it outlives a `kill -9` of this process
 * without dying on a broken pipe in the middle of a write.
 */
export async function launchServer(launch: Launch): Promise<ChildProcess> {
  const { binaries, cluster, account, logFile } = launch;
  const settings = { ...launch.settings, cluster_name: clusterName(cluster) };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(logFile);
  const child = spawn(binaries.postgres, ['-D', dataDirectoryArgument(cluster), ...args], {
    cwd: cluster,
    ...account,
    env: serverEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  await untilReady(child, launch);
  return child;
}

async function untilReady(child: ChildProcess, { cluster, logFile, log }: Launch): Promise<void> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const telling = setTimeout(
    () => log('数据库还在启动（上次没有正常关闭时需要恢复），请稍候'),
    TELL_AFTER_MS,
  );
  try {
    while (!isReady(cluster, child.pid)) {
      await delay(POLL_MS);
      if (failure ?? hasExited(child)) {
        const reason = failure?.message ?? lastFatal(logFile);
        throw new StartUpError(`内置数据库没有启动成功（${reason}），详情见 ${logFile}。`);
      }
    }
  } finally {
    clearTimeout(telling);
  }
}

export function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** The server writes its own state into the eighth line of its pid file. */
function isReady(cluster: string, pid: number | undefined): boolean {
  const lines = readLines(join(cluster, 'postmaster.pid'));
  return lines[0] === String(pid) && (lines[7] ?? '').startsWith('ready');
}

export function readLines(file: string): string[] {
  try {
    return fs.readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function openLog(file: string): number {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG_BYTES) fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, 'a', 0o600);
}

function lastFatal(logFile: string): string {
  const line = readLines(logFile).findLast((entry) => /FATAL|PANIC/.test(entry));
  return line?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? '程序已退出';
}
