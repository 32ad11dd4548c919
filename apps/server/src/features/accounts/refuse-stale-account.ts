import { DomainError } from '#kernel';
import type { EntityManager } from 'typeorm';

/**
 * Says why a conditional update of an account found no row.
 * @throws DomainError `not_found`, or `stale_version` with the version that holds now
 */
export async function refuseStaleAccount(manager: EntityManager, id: string): Promise<never> {
  const [row] = await manager.query<{ version: number }[]>(`SELECT version FROM account WHERE id = $1`, [id]);
  if (!row) throw new DomainError('not_found');
  throw new DomainError('stale_version', { extra: { currentVersion: row.version } });
}
