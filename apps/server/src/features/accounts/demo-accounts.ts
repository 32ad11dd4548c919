import type { EntityManager } from 'typeorm';
import type { Role } from '../../database/actor.js';
import { demoPassword } from './demo-password.js';
import { administratorName, roleNames } from './role.policy.js';

export interface DemoAccountLine {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly roleName: string;
  readonly unitName: string | null;
}

/** The demo accounts that can be signed in with, for the sign-in page and the console. */
export async function listDemoAccounts(manager: EntityManager): Promise<DemoAccountLine[]> {
  const rows = await manager.query<
    { login: string; name: string; administrator: boolean; role: Role | null; unit_name: string | null }[]
  >(
    `SELECT a.login, a.name, a.administrator, m.role, u.name AS unit_name
     FROM account a LEFT JOIN membership m ON m.account_id = a.id
       LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
     WHERE a.demo AND a.active ORDER BY a.id`,
  );
  return rows.map((row) => ({
    login: row.login,
    password: demoPassword,
    name: row.name,
    roleName: row.role ? roleNames[row.role] : administratorName,
    unitName: row.unit_name,
  }));
}
