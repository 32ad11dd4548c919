import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartUpError } from '../../config/start-up-error.js';
import { noBinariesError, type PostgresBinaries } from './postgres-binaries.js';
import { giveTo, type ServerAccount } from './server-account.js';

export const SUPERUSER = 'junheng';

export const clusterDirectory = (dataDir: string): string => join(dataDir, 'postgres');
export const passwordFile = (dataDir: string): string => join(dataDir, 'postgres-password');

/**
 * How the server names its own data folder. The clone may lie under a folder that the server's
 * account cannot enter (0700 /root). The child changes into the cluster before it gives up root,
 * and Linux lets a process reach its working directory through /proc/self/cwd without walking the
 * path, so the data can stay where it belongs. Elsewhere the path itself has to be enterable.
 */
export const dataDirectoryArgument = (cluster: string): string =>
  process.platform === 'linux' ? '/proc/self/cwd' : cluster;

/** Nothing of the caller's PG* or locale variables reaches the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' };
}

/** Makes the cluster on the first start, checks it on every later one; answers the password. */
export async function prepareCluster(
  dataDir: string,
  binaries: PostgresBinaries,
  account: ServerAccount,
  privateDir: string,
): Promise<string> {
  const cluster = clusterDirectory(dataDir);
  if (!fs.existsSync(cluster)) await createCluster(dataDir, binaries, account, privateDir);
  const version = fs.readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== binaries.majorVersion) {
    throw new StartUpError(
      `数据文件夹里的数据库是 PostgreSQL ${version}，本程序自带的是 ${binaries.majorVersion}，不能直接打开，请先用原来的版本导出备份。`,
    );
  }
  if (account && fs.statSync(cluster).uid !== account.uid) giveTo(account, cluster);
  // The server refuses a folder that others may read, as a copied or restored one often is.
  fs.chmodSync(cluster, 0o700);
  return readPassword(dataDir);
}

function readPassword(dataDir: string): string {
  try {
    return fs.readFileSync(passwordFile(dataDir), 'utf8').trim();
  } catch {
    throw new StartUpError(
      `数据文件夹里缺少数据库口令文件 ${passwordFile(dataDir)}，请从备份中恢复它（它与 postgres 文件夹是一套）。`,
    );
  }
}

/** initdb works in a folder beside the final one, so that a crash half-way leaves no half cluster. */
async function createCluster(
  dataDir: string,
  binaries: PostgresBinaries,
  account: ServerAccount,
  privateDir: string,
): Promise<void> {
  const unfinished = `${clusterDirectory(dataDir)}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  giveTo(account, unfinished);
  const password = randomBytes(24).toString('base64url');
  const handedOver = join(privateDir, 'initdb-password');
  fs.writeFileSync(handedOver, password, { mode: 0o600 });
  giveTo(account, handedOver);
  try {
    await runInitdb(binaries.initdb, handedOver, unfinished, account);
  } finally {
    fs.rmSync(handedOver, { force: true });
  }
  fs.writeFileSync(passwordFile(dataDir), `${password}\n`, { mode: 0o600 });
  fs.renameSync(unfinished, clusterDirectory(dataDir));
}

async function runInitdb(
  initdb: string,
  password: string,
  cwd: string,
  account: ServerAccount,
): Promise<void> {
  const options = [
    `--username=${SUPERUSER}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--data-checksums',
    '--encoding=UTF8',
    // The built-in provider gives C.UTF-8 on every platform, whatever locales the host has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const args = ['-D', dataDirectoryArgument(cwd), ...options];
  try {
    await promisify(execFile)(initdb, args, { cwd, ...account, env: serverEnvironment() });
  } catch (error) {
    // A binary that exists but has no loader (musl) fails with ENOENT as well.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw noBinariesError();
    const reason = String((error as { stderr?: string }).stderr ?? error)
      .trim()
      .split('\n')
      .at(-1);
    throw new StartUpError(`内置数据库初始化失败：${reason}`);
  }
}
