import { formatDate, formatDateShort } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { enqueueMessages, messageLink, type NewMessage } from '../notifications/notifications.module.js';
import { taskNumber } from '../tasks/tasks.module.js';
import type { NewEscalation } from './escalation.repository.js';
import type { Person } from './resolve-audience.js';

/**
 * Puts the notices of one run into the outbox, one message a person, and notes in each notice which one it is.
 * @param key tells this run from all others
 * @returns how many messages there are
 */
export async function notifyEscalation(
  work: Work,
  escalations: readonly NewEscalation[],
  key: string,
  origin: string,
): Promise<number> {
  const told = byPerson(escalations);
  if (told.length === 0) return 0;
  const campaignName = await readCampaignName(work);
  const messages = told.map((one) => compose(work, one, { campaignName, key, origin }));
  await enqueueMessages(work, messages);
  await work.fault('messages-written');
  await work.manager.query(
    `UPDATE escalation_notice n SET message_id = r.message_id
     FROM json_to_recordset($2) AS r(account_id uuid, message_id uuid)
     WHERE n.campaign_id = $1 AND n.account_id = r.account_id AND n.escalation_id = ANY($3)`,
    [
      work.campaignId,
      JSON.stringify(
        messages.map(({ id, recipient }) => ({ account_id: recipient.accountId, message_id: id })),
      ),
      escalations.map((one) => one.id),
    ],
  );
  return messages.length;
}

interface Told {
  readonly person: Person;
  readonly escalations: readonly NewEscalation[];
}

function byPerson(escalations: readonly NewEscalation[]): Told[] {
  const told = new Map<string, { person: Person; escalations: NewEscalation[] }>();
  for (const escalation of escalations) {
    for (const person of escalation.people) {
      const known = told.get(person.accountId);
      if (known) known.escalations.push(escalation);
      else told.set(person.accountId, { person, escalations: [escalation] });
    }
  }
  return [...told.values()];
}

function compose(
  work: Work,
  { person, escalations }: Told,
  frame: { readonly campaignName: string; readonly key: string; readonly origin: string },
): NewMessage {
  const id = work.newId();
  const severe = escalations.toSorted((a, b) => b.position - a.position);
  const names = [...new Set(severe.map((one) => one.rung.name))];
  const counts = names
    .map((name) => `${name} ${severe.filter((one) => one.rung.name === name).length} 项`)
    .join('、');
  const lines = [
    `${person.name}：`,
    '',
    `${formatDate(work.today)}，“${frame.campaignName}”中有下列任务升级：${counts}。`,
    ...severe.flatMap(escalationLines),
    '',
    `查看这些任务：${messageLink(id, frame.origin)}`,
    '',
    '本邮件由系统自动发出，请勿回复；办理和报告进展请登录系统。',
  ];
  return {
    id,
    kind: 'escalation',
    dedupKey: `escalation/${frame.key}/${person.accountId}`,
    recipient: { accountId: person.accountId, name: person.name, address: person.address },
    subject: `【均衡】${counts}（${formatDateShort(work.today)}）`,
    text: lines.join('\n'),
    taskIds: [...new Set(severe.map((one) => one.task.taskId))],
    attachments: [],
  };
}

function escalationLines(one: NewEscalation, index: number): string[] {
  return [
    '',
    `${index + 1}. 【${one.rung.name}】${taskNumber(one.task.seq)} ${one.task.title}`,
    `   依据：${one.ground}`,
    ...(one.reason === null ? [] : [`   理由：${one.reason}`]),
    ...(one.replyBy === null ? [] : [`   请于${formatDate(one.replyBy)}前办理并回复`]),
  ];
}
