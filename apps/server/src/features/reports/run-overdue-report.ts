import { addDays, type CivilDate, civilDate, formatDateShort } from '#kernel';
import { type OverdueSheet, overdueTotalsText, overdueWorkbook } from '#official-documents';
import type { Work } from '../../database/unit-of-work.js';
import { claimSlot, realm, recordRun, recordSkipped } from '../../jobs/claim-slot.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { reportSlotAt } from '../../jobs/slots.js';
import {
  enqueueMessages,
  maskPersonalNumbers,
  type NewMessage,
} from '../notifications/notifications.module.js';
import { overdueReport } from './overdue-report.js';
import { workbookMediaType } from '../../http/workbook-file.js';
import { toOverdueSheet, workbookName } from './overdue-sheet.js';
import { overdueText } from './overdue-text.js';

interface Recipient {
  accountId: string;
  name: string;
  address: string | null;
}

/**
 * The day's overdue report for the supervision office, once each working day from 08:30 on; after an outage only the
 * latest, and the days before it are recorded as skipped. Without overdue tasks nobody gets anything, but the run is recorded.
 * @returns false outside the window and when the day's report has been made
 */
export async function runOverdueReport(work: Work, origin: string): Promise<boolean> {
  const day = reportSlotAt(work.calendar, work.now.getTime());
  const claimed = day === undefined ? undefined : await claimSlot(work, 'overdue_report', day);
  if (!claimed) return false;
  await recordSkipped(work, 'overdue_report', daysMissed(work, claimed.previousSlot));
  const report = await overdueReport(work, day);
  const recipients = report.totals.tasks > 0 ? await readSupervisors(work) : [];
  if (recipients.length > 0) {
    const sheet = masked(toOverdueSheet(report, await readCampaignName(work)));
    const content = await overdueWorkbook(sheet);
    const attachments = [{ fileName: workbookName(report), mediaType: workbookMediaType, content }];
    const taskIds = report.units.flatMap((unit) => unit.tasks.map((task) => task.id));
    const link = `${origin}/reports/overdue?asOf=${report.asOf}`;
    const messages = recipients.map((recipient): NewMessage => ({
      id: work.newId(),
      kind: 'overdue_report',
      dedupKey: `overdue_report/${realm(work)}${report.asOf}/${recipient.accountId}`,
      recipient,
      write: () => ({ subject: subjectOf(sheet), text: textFor(recipient, sheet, link) }),
      taskIds,
      attachments,
    }));
    await enqueueMessages(work, messages);
  }
  await recordRun(work, claimed.runId, { ...report.totals, messages: recipients.length });
  return true;
}

/** Working days without a report since the last one. On an exercise date nothing was missed. */
function daysMissed(work: Work, previousSlot: string | null): CivilDate[] {
  if (previousSlot === null || work.exercise) return [];
  const missed: CivilDate[] = [];
  for (let day = addDays(civilDate(previousSlot), 1); day < work.today; day = addDays(day, 1)) {
    if (work.calendar.isWorkingDay(day)) missed.push(day);
  }
  return missed;
}

function readSupervisors(work: Work): Promise<Recipient[]> {
  return work.manager.query<Recipient[]>(
    `SELECT a.id AS "accountId", a.name, a.email AS address
     FROM membership m JOIN account a ON a.id = m.account_id AND a.active
     WHERE m.campaign_id = $1 AND m.role = 'supervision_office' ORDER BY a.id`,
    [work.campaignId],
  );
}

function subjectOf(sheet: OverdueSheet): string {
  return `【均衡】逾期任务日报 ${formatDateShort(sheet.asOf)}：${overdueTotalsText(sheet.totals)}`;
}

function textFor(recipient: Recipient, sheet: OverdueSheet, link: string): string {
  return [
    `${recipient.name}：`,
    '',
    overdueText(sheet),
    '',
    `在系统中查看：${link}`,
    '附件为同一内容的表格，可直接打印。本邮件由系统自动发出，请勿回复。',
  ].join('\n');
}

/** What people typed goes out by mail without personal numbers, in the attachment as in the text (T10). */
function masked(sheet: OverdueSheet): OverdueSheet {
  const units = sheet.units.map((unit) => ({
    ...unit,
    tasks: unit.tasks.map((task) => ({
      ...task,
      title: maskPersonalNumbers(task.title),
      lastProgress: task.lastProgress && maskPersonalNumbers(task.lastProgress),
    })),
  }));
  return { ...sheet, units };
}
