import type { Work } from '../../database/unit-of-work.js';
import { rulesOf } from './message-kinds.js';
import { readAdministrators, tellOnceADay } from './tell-once-a-day.js';

/** Tells every administrator, once a day for each kind, that messages could not be written. */
export async function reportRenderFailures(work: Work, kinds: readonly string[]): Promise<void> {
  if (kinds.length === 0) return;
  const readers = await readAdministrators(work);
  for (const kind of new Set(kinds)) {
    const { name } = rulesOf(kind);
    await tellOnceADay(work, {
      kind: 'outbox_alarm',
      occasion: kind,
      readers,
      subject: `【均衡】有${name}没有写成`,
      body: `今天有一封或几封${name}的正文没有生成，其余的照常发出。原因见发件箱中“发送失败”的邮件。`,
    });
  }
}
