import type { Work } from '../../database/unit-of-work.js';
import { holdStaleMessages } from './hold-stale-messages.js';
import { settleMessages } from './settle-messages.js';
import { takeMessages } from './take-messages.js';

const claimedAtOnce = 500;

/**
 * Delivers what waits to nowhere: every mail is claimed, looked at again and settled as it would be, and counts as taken
 * by a mail server that takes everything. For campaigns that are only simulated.
 */
export async function drainOutbox(work: Work): Promise<void> {
  const nowMs = work.now.getTime();
  await holdStaleMessages(work, nowMs, 'people');
  for (;;) {
    const token = work.newId();
    const ready = await takeMessages(work, { token, nowMs }, claimedAtOnce);
    if (!ready) return;
    const word = { status: 'sent' } as const;
    await settleMessages(
      work,
      nowMs,
      ready.map(({ message, address }) => ({ id: message.id, token, word, address })),
    );
    // A full batch may not have been all.
    if (ready.length < claimedAtOnce) return;
  }
}
