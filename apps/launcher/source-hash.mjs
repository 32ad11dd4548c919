import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A fingerprint of files and folders by content: times change with every checkout, contents do not.
 * @param {string} root
 * @param {string[]} paths relative to root; missing ones count as missing
 */
export function sourceHash(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, root, path);
  return hash.digest('hex');
}

function addPath(hash, root, path) {
  const full = join(root, path);
  if (!existsSync(full)) hash.update(`missing ${path}\0`);
  else if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addPath(hash, root, `${path}/${name}`);
  } else if (!path.endsWith('.spec.ts')) {
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  }
}
