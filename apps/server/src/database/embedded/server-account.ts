import { chownSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartUpError } from '../../config/start-up-error.js';

/** The account that runs the database server; undefined means the account of this process. */
export type ServerAccount = { uid: number; gid: number } | undefined;

const USUAL_NOBODY = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root. Started as root, we lend the server the account that already
 * owns the cluster, or `nobody`: no account is added to the host.
 */
export function serverAccountFor(cluster: string): ServerAccount {
  const self = process.getuid?.();
  if (self === undefined) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (self === 0) {
    return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
  }
  if (owner && owner.uid !== self) {
    throw new StartUpError(
      `数据库文件夹 ${cluster} 属于另一个系统用户（uid ${owner.uid}），请用同一个用户启动。`,
    );
  }
  return undefined;
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid) | 0, gid: Number(gid) | 0 } : USUAL_NOBODY;
}

/** Whether the account may walk down to the folder and list it (mode bits only, no ACLs). */
export function canReach(account: ServerAccount, path: string): boolean {
  if (!account) return true;
  if (!hasAccess(account, path, 0o5)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!hasAccess(account, folder, 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function hasAccess(account: { uid: number; gid: number }, path: string, wanted: number): boolean {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return false;
  const shift = entry.uid === account.uid ? 6 : entry.gid === account.gid ? 3 : 0;
  return ((entry.mode >> shift) & wanted) === wanted;
}

/**
 * Gives a folder and all in it to the account; symbolic links are not followed.
 * @throws StartUpError where the file system cannot
 */
export function giveTo(account: ServerAccount, path: string): void {
  if (!account) return;
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  changeOwner(path, account);
  if (entry.isDirectory()) {
    for (const name of readdirSync(path)) giveTo(account, join(path, name));
  }
}

/** Network and removable file systems know no owners. */
function changeOwner(path: string, account: { uid: number; gid: number }): void {
  try {
    chownSync(path, account.uid, account.gid);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartUpError(
      `不能把 ${path} 交给运行数据库的系统用户（${code}），请把数据文件夹放在本机磁盘上，或改用普通用户启动。`,
    );
  }
}
