import { DomainError } from '#kernel';
import type { EntityManager } from 'typeorm';
import type { AccountMembership, AccountPage, AccountRow, AccountSearch } from './account.dto.js';

const pageSize = 50;

interface StoredAccount {
  id: string;
  login: string;
  name: string;
  email: string | null;
  administrator: boolean;
  active: boolean;
  must_change_password: boolean;
  demo: boolean;
  membership: AccountMembership | null;
  last_signed_in_at: Date | null;
  version: number;
}

const columns = `a.id, a.login, a.name, a.email, a.administrator, a.active, a.must_change_password, a.demo,
  a.last_signed_in_at, a.version,
  (SELECT json_build_object('campaignId', m.campaign_id, 'role', m.role, 'unitLeader', m.unit_leader,
            'unit', CASE WHEN u.id IS NOT NULL THEN json_build_object(
              'id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) END)
   FROM membership m LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
   WHERE m.account_id = a.id ORDER BY m.id DESC LIMIT 1) AS membership`;

const matching = `($1 = '' OR strpos(lower(a.login), lower($1)) > 0 OR strpos(lower(a.name), lower($1)) > 0 OR EXISTS (
  SELECT 1 FROM membership m JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
  WHERE m.account_id = a.id AND (strpos(u.name, $1) > 0 OR strpos(u.short_name, $1) > 0)))`;

const order = `lower(a.login) COLLATE "C"`;

/** Accounts by login name, 50 a page, those deactivated included. */
export async function listAccounts(manager: EntityManager, search: AccountSearch): Promise<AccountPage> {
  const q = search.q?.trim() ?? '';
  const [counted] = await manager.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM account a WHERE ${matching}`,
    [q],
  );
  const rows = await manager.query<StoredAccount[]>(
    `SELECT ${columns} FROM account a
     WHERE ${matching} AND ($2::uuid IS NULL OR ${order} > (SELECT lower(login) COLLATE "C" FROM account WHERE id = $2))
     ORDER BY ${order} LIMIT $3`,
    [q, search.after ?? null, pageSize + 1],
  );
  const items = rows.slice(0, pageSize).map(presentAccount);
  return {
    items,
    total: counted?.total ?? 0,
    next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null,
  };
}

/** @throws DomainError `not_found` */
export async function readAccount(manager: EntityManager, id: string): Promise<AccountRow> {
  const [row] = await manager.query<StoredAccount[]>(`SELECT ${columns} FROM account a WHERE a.id = $1`, [
    id,
  ]);
  if (!row) throw new DomainError('not_found');
  return presentAccount(row);
}

function presentAccount(row: StoredAccount): AccountRow {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    email: row.email,
    administrator: row.administrator,
    active: row.active,
    mustChangePassword: row.must_change_password,
    demo: row.demo,
    membership: row.membership,
    lastSignedInAt: row.last_signed_in_at?.toISOString() ?? null,
    version: row.version,
  };
}
