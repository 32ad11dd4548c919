import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';

/**
 * A short key of a folder that stays the same through symbolic links, bind mounts and a rename,
 * and differs for a copy: device and inode number rather than the path.
 */
export function folderIdentity(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  return createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16);
}
