import type { Work } from '../../database/unit-of-work.js';
import { failuresAllowed, type Refusal } from './mailbox-failures.js';
import { readAdministrators, tellOnceADay } from './tell-once-a-day.js';

/** Tells the administrators and the head of the owner's unit, each once a day, that an address was suspended. */
export async function reportSuspension(work: Work, { address, reason }: Refusal): Promise<void> {
  const owners = await work.manager.query<{ name: string; heads: string[] }[]>(
    `SELECT a.name, ARRAY(SELECT h.account_id FROM membership h JOIN account x ON x.id = h.account_id AND x.active
       WHERE h.campaign_id = $1 AND h.unit_id = m.unit_id AND h.role = 'head') AS heads
     FROM account a JOIN membership m ON m.campaign_id = $1 AND m.account_id = a.id
     WHERE lower(a.email) = lower($2) ORDER BY a.id`,
    [work.campaignId, address],
  );
  const whose = owners.map((owner) => owner.name).join('、');
  const word = {
    occasion: 'mailbox_suspended',
    subject: '【均衡】有收件邮箱停发',
    body: `${whose}的邮箱 ${address} 连续 ${failuresAllowed} 次拒收，已停止向它发信：${reason}\n\n请核对或改正邮箱，再到发件箱按“恢复”，留置的邮件随即发出。今天若还有停发的邮箱，不再逐个告知，全部列在发件箱中。`,
  };
  await tellOnceADay(work, { ...word, kind: 'outbox_alarm', readers: await readAdministrators(work) });
  const heads = [...new Set(owners.flatMap((owner) => owner.heads))];
  await tellOnceADay(work, { ...word, kind: 'mailbox_suspended', readers: heads });
}
