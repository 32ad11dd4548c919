import { createHash } from 'node:crypto';
import type { PackContent } from './campaign-pack.js';

/**
 * SHA-256 over a pack's content, as lower-case hex. It does not depend on files, comments, or the order of keys.
 * @example fingerprintOf(content).length // 64
 */
export function fingerprintOf(content: PackContent): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(content)), 'utf8')
    .digest('hex');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'fingerprint');
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]),
  );
}
