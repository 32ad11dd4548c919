import { DomainError } from '#kernel';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Role } from '../../database/actor.js';

/** The whole of a new account; the caller has hashed the password and decided on the flags. */
export interface NewAccountRow {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly administrator: boolean;
  readonly demo: boolean;
  readonly createdAt: Date;
  readonly membership: NewMembership | null;
}

export interface NewMembership {
  readonly campaignId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly unitLeader?: boolean;
}

/**
 * Creates an account with, at most, one membership.
 * @returns its id
 * @throws DomainError `login_taken` when the login name is or ever was in use, in whatever case
 */
export async function createAccount(manager: EntityManager, account: NewAccountRow): Promise<string> {
  const id = v7();
  const rows = await manager.query<{ id: string }[]>(
    `INSERT INTO account (id, login, name, email, password_hash, must_change_password, administrator, demo, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (lower(login)) DO NOTHING RETURNING id`,
    [
      id,
      account.login,
      account.name,
      account.email,
      account.passwordHash,
      account.mustChangePassword,
      account.administrator,
      account.demo,
      account.createdAt,
    ],
  );
  if (rows.length === 0) {
    throw new DomainError('login_taken', { errors: [{ pointer: '/login', message: '已被使用' }] });
  }
  if (account.membership) {
    const { campaignId, role, unitId, unitLeader = false } = account.membership;
    await manager.query(
      `INSERT INTO membership (campaign_id, id, account_id, role, unit_id, unit_leader)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [campaignId, v7(), id, role, unitId, unitLeader],
    );
  }
  return id;
}
