import type { Work } from '../../database/unit-of-work.js';
import { kindsAboutSending } from './message-kinds.js';
import { readAdministrators, tellOnceADay } from './tell-once-a-day.js';

interface GivenUp {
  readonly to_group: boolean;
  readonly recipient_name: string;
  readonly last_error: string | null;
}

/**
 * Tells every administrator that messages were given up, once a day for mails and once for those to groups (T09). Words
 * about sending tell nothing when they are given up themselves, or each would be followed by another.
 */
export async function reportGivenUp(work: Work, messageIds: readonly string[]): Promise<void> {
  const rows = await work.manager.query<GivenUp[]>(
    `SELECT DISTINCT ON (channel <> 'mail') channel <> 'mail' AS to_group, recipient_name, last_error FROM outbox_message
     WHERE campaign_id = $1 AND id = ANY($2) AND status = 'dead' AND kind <> ALL($3) ORDER BY channel <> 'mail', id`,
    [work.campaignId, messageIds, kindsAboutSending],
  );
  if (rows.length === 0) return;
  const readers = await readAdministrators(work);
  for (const { to_group: toGroup, recipient_name: name, last_error: reason } of rows) {
    const what = toGroup ? '群消息' : '邮件';
    await tellOnceADay(work, {
      kind: 'outbox_alarm',
      occasion: toGroup ? 'given_up_group' : 'given_up_mail',
      readers,
      subject: `【均衡】有${what}没有发出`,
      body: `发给“${name}”的${what}没有发出，已不再重试：${reason ?? '原因不明'}\n\n今天若还有，不再逐条告知，全部列在发件箱“发送失败”中。`,
    });
  }
}
