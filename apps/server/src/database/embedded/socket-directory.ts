import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderIdentity } from './folder-identity.js';
import { canReach, giveTo, type ServerAccount } from './server-account.js';

/** The longest path a Unix socket may have on Linux; macOS allows 103. */
const LONGEST_SOCKET_PATH = process.platform === 'darwin' ? 103 : 107;
const SOCKET_NAME = '.s.PGSQL.5432';
const PREFIX = 'junheng-pg-';

/**
 * A folder, private to the server's account, for the socket: in the data folder where the path is
 * short and the account can get there, otherwise a fresh one among the temporary files.
 */
export function makeSocketDirectory(dataDir: string, account: ServerAccount): string {
  const inside = join(dataDir, 'run');
  if (fits(inside) && canReach(account, dataDir)) {
    fs.mkdirSync(inside, { recursive: true, mode: 0o700 });
    giveTo(account, inside);
    return inside;
  }
  const name = `${PREFIX}${folderIdentity(dataDir)}`;
  const place = fits(join(tmpdir(), name)) && canReach(account, tmpdir()) ? tmpdir() : '/tmp';
  const outside = join(place, name);
  if (isPrivateTo(account, outside)) return outside;
  const made = fs.existsSync(outside) ? fs.mkdtempSync(join(place, PREFIX)) : makeDirectory(outside);
  giveTo(account, made);
  return made;
}

/** Removes what makeSocketDirectory made; a folder of any other name is left alone. */
export function removeSocketDirectory(folder: string): void {
  if (folder.includes(`/${PREFIX}`)) fs.rmSync(folder, { recursive: true, force: true });
}

/** A folder that an earlier start left under our name is used again, unless somebody else put it there. */
function isPrivateTo(account: ServerAccount, folder: string): boolean {
  const entry = fs.lstatSync(folder, { throwIfNoEntry: false });
  const owner = account?.uid ?? process.getuid?.();
  return entry?.isDirectory() === true && entry.uid === owner && (entry.mode & 0o077) === 0;
}

function makeDirectory(folder: string): string {
  fs.mkdirSync(folder, { mode: 0o700 });
  return folder;
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, SOCKET_NAME)) <= LONGEST_SOCKET_PATH;
}
