import type { EntityManager } from 'typeorm';

/** Why nothing leaves the house: someone switched it off, or the data was restored from a copy. */
export interface SendingStop {
  readonly reason: 'operator' | 'restored';
  readonly by: string | null;
  /** An instant in ISO form. */
  readonly at: string;
}

const key = 'sending_off';

export async function readSendingStop(manager: EntityManager): Promise<SendingStop | null> {
  const [row] = await manager.query<{ value: SendingStop }[]>(
    `SELECT value FROM instance_setting WHERE key = $1`,
    [key],
  );
  return row?.value ?? null;
}

export async function isSendingOff(manager: EntityManager): Promise<boolean> {
  return (await readSendingStop(manager)) !== null;
}

/** Switches sending off with a reason, or on again with null. What waits stays as it is. */
export async function setSendingStop(manager: EntityManager, stop: SendingStop | null): Promise<void> {
  if (stop === null) {
    await manager.query(`DELETE FROM instance_setting WHERE key = $1`, [key]);
    return;
  }
  await manager.query(
    `INSERT INTO instance_setting (key, value, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = EXCLUDED.updated_at`,
    [key, JSON.stringify(stop), stop.at],
  );
}
