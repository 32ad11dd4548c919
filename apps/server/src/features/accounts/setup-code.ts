import { createHash, randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';

const settingKey = 'setup_code';
// Without 0/O and 1/I/L: it is copied by hand from the console.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const length = 12;
const groupLength = 4;

/**
 * Makes the one-time code that lets the person at the console create the first administrator. A later code replaces it.
 * @returns the code in groups, such as `K7QM-3RTA-WX9D`; only its hash is stored
 */
export async function issueSetupCode(manager: EntityManager, now: Date): Promise<string> {
  const code = Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('');
  await manager.query(
    `INSERT INTO instance_setting (key, value, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = EXCLUDED.updated_at`,
    [settingKey, JSON.stringify({ hash: hashSetupCode(code) }), now],
  );
  return code.match(new RegExp(`.{${groupLength}}`, 'g'))?.join('-') ?? code;
}

/** Whether this is the code that was shown last, in whatever case and grouping. */
export async function isSetupCode(manager: EntityManager, code: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM instance_setting WHERE key = $1 AND value ->> 'hash' = $2`,
    [settingKey, hashSetupCode(code)],
  );
  return rows.length > 0;
}

/** Uses the code up; of two that come at once only one gets true. */
export async function spendSetupCode(manager: EntityManager, code: string): Promise<boolean> {
  const [, spent] = await manager.query<[unknown, number]>(
    `DELETE FROM instance_setting WHERE key = $1 AND value ->> 'hash' = $2`,
    [settingKey, hashSetupCode(code)],
  );
  return spent === 1;
}

function hashSetupCode(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest('base64url');
}
