import type { Work } from '../../database/unit-of-work.js';
import { rulesOf } from './message-kinds.js';

/** Tells every administrator, once a day for each kind, that messages could not be written. */
export async function reportRenderFailures(work: Work, kinds: readonly string[]): Promise<void> {
  for (const kind of new Set(kinds)) {
    const { name } = rulesOf(kind);
    await work.manager.query(
      `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, account_id, recipient_name, recipient_address, subject,
         body, status, created_at)
       SELECT $1, gen_random_uuid(), 'outbox_alarm', 'outbox_alarm/' || $2 || '/' || $3 || '/' || a.id, a.id, a.name, a.email,
         $4, $5, $6, $7
       FROM account a WHERE a.administrator AND a.active
       ON CONFLICT (campaign_id, dedup_key) DO NOTHING`,
      [
        work.campaignId,
        kind,
        work.today,
        `【均衡】有${name}没有写成`,
        `今天有一封或几封${name}的正文没有生成，其余的照常发出。原因见发件箱中“发送失败”的邮件。`,
        work.exercise ? 'rehearsal' : 'queued',
        work.now,
      ],
    );
  }
}
