import {
  enqueueMessages,
  type NewMessage,
} from '../../apps/server/src/features/notifications/notifications.module.js';
import type { Office } from './office.js';

/** Puts a digest about a task into the outbox for an account. @returns its id */
export async function enqueueTo(
  office: Office,
  accountId: string,
  task: string,
  change: Partial<NewMessage> = {},
): Promise<string> {
  const [account] = await office.query<{ name: string; email: string | null }>(
    `SELECT name, email FROM account WHERE id = $1`,
    [accountId],
  );
  return office.run(async (work) => {
    const id = work.newId();
    const message = {
      id,
      kind: 'reminder_digest',
      dedupKey: id,
      recipient: { accountId, name: account?.name ?? '', address: account?.email ?? null },
      write: () => ({ subject: '任务提醒', text: '正文' }),
    };
    await enqueueMessages(work, [{ ...message, taskIds: [task], attachments: [], ...change }]);
    return id;
  });
}
