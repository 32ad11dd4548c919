import type { Work } from '../../database/unit-of-work.js';
import { claimSlot, realm, recordRun } from '../../jobs/claim-slot.js';
import { enqueueMessages, isSendingTime } from '../notifications/notifications.module.js';
import { missingCalendarYears } from './missing-years.js';

/**
 * Tells administrators once for each year that its holidays should be loaded, from 1 November of the year before
 * . The oldest campaign carries the message; the installation has only one calendar.
 * @returns false when no year is missing, nothing may be sent now, or it was said before
 */
export async function warnMissingCalendar(work: Work, origin: string): Promise<boolean> {
  const year = missingCalendarYears(work.calendar, work.today).at(-1);
  if (year === undefined || !isSendingTime(work.calendar, work.now.getTime())) return false;
  const claimed = (await isOldest(work))
    ? await claimSlot(work, 'calendar_missing', String(year))
    : undefined;
  if (!claimed) return false;
  const people = await work.manager.query<{ id: string; name: string; email: string | null }[]>(
    `SELECT id, name, email FROM account WHERE administrator AND active ORDER BY id`,
  );
  await enqueueMessages(
    work,
    people.map((person) => ({
      id: work.newId(),
      kind: 'calendar_missing' as const,
      dedupKey: `calendar_missing/${realm(work)}${year}/${person.id}`,
      recipient: { accountId: person.id, name: person.name, address: person.email },
      write: () => ({
        subject: `【均衡】请载入${year}年放假安排`,
        text: [
          `${person.name}：`,
          '',
          `${year}年的放假通知还没有载入，跨入该年的期限只按周末推算，标为“暂定”。`,
          `国务院办公厅通常在 10 月底至 11 月公布下一年的安排；公布后请在“设置—工作日历”中载入：${origin}/calendar?year=${year}`,
          '',
          '载入前可以先预览哪些任务的期限会变动。本邮件由系统自动发出，请勿回复。',
        ].join('\n'),
      }),
      taskIds: [],
      attachments: [],
    })),
  );
  await recordRun(work, claimed.runId, { year, messages: people.length });
  return true;
}

async function isOldest(work: Work): Promise<boolean> {
  const [row] = await work.manager.query<{ oldest: boolean }[]>(
    `SELECT $1 = (SELECT id FROM campaign ORDER BY id LIMIT 1) AS oldest`,
    [work.campaignId],
  );
  return row?.oldest === true;
}
