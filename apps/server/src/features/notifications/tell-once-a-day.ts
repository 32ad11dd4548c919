import type { Work } from '../../database/unit-of-work.js';
import { realm } from '../../jobs/claim-slot.js';

export interface DailyWord {
  readonly kind: string;
  /** What happened; each reader hears of it once a day. */
  readonly occasion: string;
  readonly readers: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** Writes a word about sending itself to accounts: in their inbox, and by mail as far as that still works. */
export async function tellOnceADay(work: Work, word: DailyWord): Promise<void> {
  const readers = word.readers.map((accountId) => ({ id: work.newId(), account_id: accountId }));
  await work.manager.query(
    `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, account_id, recipient_name, recipient_address, subject,
       body, status, created_at)
     SELECT $1, r.id, $2, concat_ws('/', $2::text, $3::text, a.id), a.id, a.name, a.email, $4, $5, $6, $7
     FROM json_to_recordset($8) AS r(id uuid, account_id uuid) JOIN account a ON a.id = r.account_id ORDER BY a.id
     ON CONFLICT (campaign_id, dedup_key) DO NOTHING`,
    [
      work.campaignId,
      word.kind,
      `${word.occasion}/${realm(work)}${work.today}`,
      word.subject,
      word.body,
      work.exercise ? 'rehearsal' : 'queued',
      work.now,
      JSON.stringify(readers),
    ],
  );
}

export async function readAdministrators({ manager }: Work): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM account WHERE administrator AND active ORDER BY id`,
  );
  return rows.map((row) => row.id);
}
