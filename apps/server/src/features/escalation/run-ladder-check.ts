import { formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { claimSlot, realm, recordRun } from '../../jobs/claim-slot.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { reportSlotAt } from '../../jobs/slots.js';
import { enqueueMessages } from '../notifications/notifications.module.js';
import { readPeople } from './escalation-facts.queries.js';
import { findHollowRungs } from './find-hollow-rungs.js';
import { readActiveLadder } from './ladder.queries.js';

/**
 * Once each working day: tells the supervision office where the ladder in force has become hollow, as people leave and
 * addresses go.
 * @returns false outside the sending window and when the day's check was already made
 */
export async function runLadderCheck(work: Work, origin: string): Promise<boolean> {
  const slot = reportSlotAt(work.calendar, work.now.getTime());
  const claimed = slot === undefined ? undefined : await claimSlot(work, 'ladder_check', slot);
  if (!claimed) return false;
  const version = await readActiveLadder(work);
  if (!version) return true;
  const found = await findHollowRungs(work, version);
  const hollow = found.filter((one) => one.blocks);
  await recordRun(work, claimed.runId, { hollow: hollow.length });
  if (hollow.length === 0) return true;
  const campaignName = await readCampaignName(work);
  const { members } = await readPeople(work, []);
  const lines = [
    `截至${formatDate(work.today)}，“${campaignName}”的督办阶梯有 ${hollow.length} 处通知不到人：`,
    '',
    ...hollow.map(({ name, unit, message }, index) => `${index + 1}. ${name}：${unit ?? ''}${message}`),
    ...restOf(found.length - hollow.length),
    '',
    `请补齐人员和邮箱，或修改督办阶梯：${origin}/ladder`,
  ];
  const told = members.filter((person) => person.role === 'supervision_office');
  await enqueueMessages(
    work,
    told.map(({ accountId, name, address }) => ({
      id: work.newId(),
      kind: 'ladder_check' as const,
      dedupKey: `ladder-check/${realm(work)}${slot}/${accountId}`,
      recipient: { accountId, name, address },
      subject: `【均衡】督办阶梯有 ${hollow.length} 处通知不到人`,
      text: lines.join('\n'),
      taskIds: [],
      attachments: [],
    })),
  );
  return true;
}

/** Warnings are no reason to write to anybody; who is written to anyway is told that there are some. */
function restOf(warnings: number): string[] {
  if (warnings === 0) return [];
  return [
    '',
    `另有 ${warnings} 处提示（没有办理中任务的单位缺人，或没有标明主要负责人、由负责人代收），见督办阶梯页。`,
  ];
}
