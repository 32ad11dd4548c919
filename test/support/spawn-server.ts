import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface SpawnOptions {
  /** Absent: the embedded server under dataDir. */
  databaseUrl?: string;
  /** Where evidence (and an embedded cluster) goes; a folder of the test's own when absent. */
  dataDir?: string;
  env?: Record<string, string>;
  /** 0: any free port. */
  port?: number;
  entry?: 'main' | 'worker';
}

export interface SpawnedServer {
  /** http://localhost:<port>; empty for the worker, which serves nothing. */
  origin: string;
  pid: number;
  /** All it has written so far, stdout and stderr. */
  output(): string;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  kill9(): Promise<void>;
  /** Resolves when the process ends, asked to or not. */
  ended: Promise<Exit>;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Run {
  child: ChildProcess;
  output(): string;
  exit: Promise<Exit>;
}

const root = dirname(dirname(import.meta.dirname));
const START_WITHIN_MS = 60_000;

/** Starts the built server in a process of its own and waits until it answers /health/live. */
export async function spawnServer(options: SpawnOptions): Promise<SpawnedServer> {
  const { run, removeFolder } = startRun(options);
  const origin = await untilUp(run, options.entry ?? 'main');
  const end = async (signal: NodeJS.Signals): Promise<Exit> => {
    run.child.kill(signal);
    const exit = await run.exit;
    removeFolder();
    return exit;
  };
  return {
    origin,
    pid: run.child.pid ?? 0,
    output: run.output,
    stop: async () => (await end('SIGTERM')).code,
    kill9: async () => void (await end('SIGKILL')),
    ended: run.exit,
  };
}

/** Runs the built server until it ends by itself, for starts that are meant to fail. */
export async function runServerToEnd(options: SpawnOptions): Promise<Exit & { output: string; ms: number }> {
  const startedAt = performance.now();
  const { run, removeFolder } = startRun(options);
  const timeout = setTimeout(() => run.child.kill('SIGKILL'), START_WITHIN_MS);
  const exit = await run.exit;
  clearTimeout(timeout);
  removeFolder();
  return { ...exit, output: run.output(), ms: performance.now() - startedAt };
}

function startRun(options: SpawnOptions): { run: Run; removeFolder: () => void } {
  const own = options.dataDir ? undefined : mkdtempSync(join(tmpdir(), 'junheng-spawn-'));
  const env = {
    ...inherited(),
    NODE_ENV: 'test',
    JUNHENG_EXAMPLE: 'none',
    JUNHENG_DATA: options.dataDir ?? own,
    PORT: String(options.port ?? 0),
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    ...options.env,
  };
  const removeFolder = (): void => {
    if (own) rmSync(own, { recursive: true, force: true });
  };
  return { run: runEntry(options.entry ?? 'main', env), removeFolder };
}

/** A test says itself what its server sees; of the caller's variables only these go through. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TZ, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, TZ, SystemRoot };
}

function runEntry(entry: string, env: NodeJS.ProcessEnv): Run {
  const program = join(root, 'dist/apps/server/src', `${entry}.js`);
  if (!existsSync(program)) throw new Error(`${program} is missing: build first (npx nest build)`);
  const child = spawn(process.execPath, [program], { cwd: root, env });
  const killWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', killWithUs);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  const exit = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => {
      process.off('exit', killWithUs);
      resolve({ code, signal });
    });
  });
  return { child, output: () => text, exit };
}

async function untilUp(run: Run, entry: 'main' | 'worker'): Promise<string> {
  const until = performance.now() + START_WITHIN_MS;
  while (performance.now() < until && run.child.exitCode === null) {
    const origin = /http:\/\/localhost:[1-9]\d*/.exec(run.output())?.[0];
    if (entry === 'worker' && run.output().includes('已启动')) return '';
    if (origin && (await isLive(origin))) return origin;
    await delay(50);
  }
  run.child.kill('SIGKILL');
  throw new Error(`the server did not start:\n${run.output()}`);
}

async function isLive(origin: string): Promise<boolean> {
  return fetch(`${origin}/health/live`).then(
    (response) => response.ok,
    () => false,
  );
}
