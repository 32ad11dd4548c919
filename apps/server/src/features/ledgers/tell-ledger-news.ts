import { formatDate, formatDateShort } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import {
  enqueueMessages,
  messageLink,
  type MessageWords,
  type NewMessage,
} from '../notifications/notifications.module.js';
import { dataEventNames } from './data-event-names.js';
import { ledgerNumber } from './ledger-reading.js';
import type { JudgedReading } from './plan-ledger-effects.js';

/** Something that was said to be done and is not, as new data show. */
export interface LedgerNews {
  /** Name of the ledger. */
  readonly kind: string;
  readonly judged: JudgedReading;
}

interface Contact {
  readonly accountId: string;
  readonly name: string;
  readonly address: string | null;
  /** null: the supervision office, which hears of everything. */
  readonly unitId: string | null;
}

const listed = 100;

/**
 * Tells the people of the responsible units and the supervision office, each once about everything an import brought.
 * @param importId tells this import from all others
 */
export async function tellLedgerNews(
  work: Work,
  news: readonly LedgerNews[],
  importId: string,
  origin: string,
): Promise<void> {
  if (news.length === 0) return;
  const contacts = await readContacts(work, [
    ...new Set(news.flatMap(({ judged }) => judged.entry.unitId ?? [])),
  ]);
  const campaignName = await readCampaignName(work);
  const messages = contacts.map((contact) => {
    const own =
      contact.unitId === null ? news : news.filter(({ judged }) => judged.entry.unitId === contact.unitId);
    return compose(work, contact, own, { importId, origin, campaignName });
  });
  await enqueueMessages(work, messages);
  await work.fault('ledger-told');
}

function readContacts(work: Work, unitIds: readonly string[]): Promise<Contact[]> {
  return work.manager.query<Contact[]>(
    `SELECT a.id AS "accountId", a.name, a.email AS address,
       CASE WHEN m.role <> 'supervision_office' THEN m.unit_id END AS "unitId"
     FROM membership m JOIN account a ON a.id = m.account_id
     WHERE m.campaign_id = $1 AND a.active AND (m.role = 'supervision_office' OR m.unit_id = ANY($2::uuid[]))
     ORDER BY a.id`,
    [work.campaignId, unitIds],
  );
}

function compose(
  work: Work,
  { accountId, name, address }: Contact,
  news: readonly LedgerNews[],
  frame: { readonly importId: string; readonly origin: string; readonly campaignName: string },
): NewMessage {
  const id = work.newId();
  return {
    id,
    kind: 'ledger_news',
    dedupKey: `ledger/${frame.importId}/${accountId}`,
    recipient: { accountId, name, address },
    write: () => wordsOf(work, name, news, { ...frame, link: messageLink(id, frame.origin) }),
    taskIds: [],
    attachments: [],
  };
}

function wordsOf(
  work: Work,
  name: string,
  news: readonly LedgerNews[],
  { campaignName, link }: { readonly campaignName: string; readonly link: string },
): MessageWords {
  const counts = countsText(news);
  const rest = news.length - listed;
  return {
    subject: `【均衡】台账：${counts}（${formatDateShort(work.today)}）`,
    text: [
      { kind: 'paragraph', text: `${name}：` },
      {
        kind: 'paragraph',
        text: `${formatDate(work.today)}，“${campaignName}”收到新数据，下列台账条目与单位所报不符：${counts}。请核实原因，按台账重新办理。`,
      },
      {
        kind: 'table',
        columns: ['编号', '台账', '对象', '情况', '最新数', '标准'],
        rows: news.slice(0, listed).map((each) => rowOf(each)),
      },
      ...(rest > 0 ? [{ kind: 'paragraph' as const, text: `另有 ${rest} 条未列出，请在系统中查看。` }] : []),
      { kind: 'link', label: '查看详情', href: link },
    ],
  };
}

function countsText(news: readonly LedgerNews[]): string {
  const events = [...new Set(news.map(({ judged }) => judged.judgement.event))];
  return events
    .map((event) => {
      const count = news.filter(({ judged }) => judged.judgement.event === event).length;
      return `${dataEventNames[event]} ${count} 条`;
    })
    .join('、');
}

function rowOf({ kind, judged: { entry, reading, judgement } }: LedgerNews): string[] {
  return [
    ledgerNumber(entry.seq),
    kind,
    reading?.subject ?? entry.subject,
    dataEventNames[judgement.event],
    reading?.value ?? '',
    reading?.line ?? '',
  ];
}
