import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartUpError } from '../../config/start-up-error.js';
import { clusterName, readLines } from './server-process.js';
import { removeSocketDirectory } from './socket-directory.js';

const FAST_SHUTDOWN_MS = 10_000;
const POLL_MS = 50;

/**
 * Clears what a `kill -9` left behind: a server still running on this cluster is stopped, and a
 * pid file that names a process of somebody else (the number was used again) no longer blocks.
 * Call it only while holding the data folder.
 */
export async function stopLeftoverServer(cluster: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const [pidLine, , , , socketDir] = readLines(pidFile);
  const pid = Number(pidLine);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const name = clusterName(cluster);
  if (isServerOf(name, pid)) {
    log(`发现上次异常退出留下的数据库进程（PID ${pid}），正在停止`);
    await stopProcesses(name, pid);
  } else if (isAlive(pid)) {
    // The server itself only asks whether the number is alive, and would refuse to start.
    fs.rmSync(pidFile, { force: true });
  }
  if (socketDir) removeSocketDirectory(socketDir);
}

async function stopProcesses(name: string, pid: number): Promise<void> {
  const until = performance.now() + FAST_SHUTDOWN_MS;
  signal(pid, 'SIGINT');
  while (isServerOf(name, pid) && performance.now() < until) await delay(POLL_MS);
  const rest = processesOf(name, pid);
  rest.forEach((each) => signal(each, 'SIGKILL'));
  while (processesOf(name, pid).length > 0) {
    if (performance.now() > until + FAST_SHUTDOWN_MS) {
      throw new StartUpError(`上次留下的数据库进程（PID ${pid}）停不下来，请手工结束它后再启动。`);
    }
    await delay(POLL_MS);
  }
}

/** The server and, where /proc shows them, the children that may outlive it for a moment. */
function processesOf(name: string, pid: number): number[] {
  const candidates = process.platform === 'linux' ? fs.readdirSync('/proc').map(Number) : [pid];
  return candidates.filter((each) => each > 0 && isServerOf(name, each));
}

/**
 * Whether the process serves this cluster. Read from its command line, where we put the folder's
 * identity: unlike /proc/<pid>/cwd or exe it can be read without the right to trace the process,
 * which root in a container does not have over other accounts.
 */
function isServerOf(name: string, pid: number): boolean {
  const line = commandLine(pid);
  return line.includes('postgres') && line.includes(name);
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (process.platform === 'win32') {
      const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
      return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' });
    }
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It went away by itself in the meantime.
  }
}
