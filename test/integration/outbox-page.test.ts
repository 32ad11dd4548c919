import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../apps/server/src/features/notifications/outbox-cursor.js';
import {
  type OutboxViewer,
  outboxViewer,
} from '../../apps/server/src/features/notifications/outbox-viewer.js';
import type { OutboxFilter } from '../../apps/server/src/features/notifications/outbox.dto.js';
import { presentMessage } from '../../apps/server/src/features/notifications/outbox.presenter.js';
import {
  countMessages,
  outboxPageSize,
  readMessage,
  readMessages,
  readTaskLinks,
} from '../../apps/server/src/features/notifications/outbox.queries.js';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import { Office } from '../support/office.js';

describe('outbox page', () => {
  let office: Office;
  let finance: string;
  let handler: string;

  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 09:00' });
    finance = await office.addUnit('市财政局');
    handler = await office.addPerson({ name: '钱承办', role: 'handler', unitId: finance });
    await office.addPerson({ name: '孙负责', role: 'head', unitId: finance });
  });
  afterEach(() => office.close());

  const all: OutboxViewer = { sees: 'all' };
  const own = (): OutboxViewer => ({ sees: 'own', accountId: handler });
  const list = (viewer: OutboxViewer, filter: OutboxFilter = {}) =>
    office.run((work) => readMessages(work, viewer, filter));
  const remind = (): Promise<boolean> =>
    office.run((work) => runReminders(work, 'https://jh.example.gov.cn'));

  it('shows the offices every message and a unit’s people their own', async () => {
    await office.addTask({ lead: finance, dueOn: '2022-09-16' });
    await remind();
    expect((await list(all)).map((message) => message.recipient_name).toSorted()).toEqual([
      '孙负责',
      '钱承办',
    ]);
    expect((await list(own())).map((message) => message.recipient_name)).toEqual(['钱承办']);
    expect(await office.run((work) => countMessages(work, own(), {}))).toBe(1);
    const others = (await list(all)).find((message) => message.recipient_name === '孙负责');
    const reading = office.run((work) => readMessage(work, own(), others?.id ?? ''));
    await expect(reading).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tells an administrator who is no member what went to whom, not what it says', async () => {
    expect(outboxViewer(undefined)).toEqual({ sees: 'envelopes' });
    await office.addTask({ lead: finance, dueOn: '2022-09-16' });
    await remind();
    const [record] = await list({ sees: 'envelopes' });
    expect(record && presentMessage(record, { sees: 'envelopes' }, office.clock.now())).toMatchObject({
      subject: null,
      status: 'queued',
    });
  });

  it('R-84 the message lists exactly the tasks its text counts', async () => {
    const tasks = await office.addTasks([
      { lead: finance, dueOn: '2022-09-16', title: '甲' },
      { lead: finance, dueOn: '2022-09-08', title: '乙' },
      { lead: finance, dueOn: '2022-12-30', title: '丙' },
    ]);
    await remind();
    const [message] = await list(own());
    expect(message?.body).toContain(`/outbox/${message?.id}`);
    expect(await office.run((work) => readTaskLinks(work, message?.id ?? ''))).toEqual([
      { id: tasks[0], number: 'JH-0001', title: '甲' },
      { id: tasks[1], number: 'JH-0002', title: '乙' },
    ]);
  });

  it('pages through all messages, each once, newest first', async () => {
    await office.query(
      `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, account_id, recipient_name, subject, body, status, created_at)
       SELECT $1, gen_random_uuid(), 'reminder_digest', n::text, $2, '钱承办', '提醒', '正文',
         CASE WHEN n % 2 = 0 THEN 'sent' ELSE 'queued' END, $3::timestamptz + (n / 3) * interval '1 minute'
       FROM generate_series(1, 130) n`,
      [office.campaignId, handler, new Date(office.clock.now())],
    );
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await list(own(), after ? { after } : {});
      seen.push(...page.slice(0, outboxPageSize).map((message) => message.id));
      const last = page[outboxPageSize - 1];
      if (page.length <= outboxPageSize || !last) break;
      after = encodeCursor({ createdAt: last.created_at.toISOString(), id: last.id });
    }
    expect(new Set(seen).size).toBe(130);
    expect(seen).toHaveLength(130);
    expect(await office.run((work) => countMessages(work, own(), { status: 'sent' }))).toBe(65);
    await expect(list(own(), { after: 'nonsense' })).rejects.toMatchObject({ code: 'bad_cursor' });
  });

  it.each([
    [{ recipient_address: null }, '收件人没有邮箱地址，只能在发件箱里查看'],
    [{ created_at: new Date('2022-09-01T00:00:00Z') }, '积压已久，等人决定是否发送'],
    [{ status: 'uncertain' as const, last_error: '连接中断' }, '可能已送达，重试时可能重复：连接中断'],
    [{ status: 'dead' as const, last_error: '550 没有此人' }, '550 没有此人'],
    [{ status: 'held' as const, hold_reason: 'many_people' as const }, '这一批联系的人太多，等人核对后发送'],
    [{}, null],
  ])('says of %j: %s', (change, note) => {
    const record = {
      id: 'x',
      created_at: new Date('2022-09-14T00:00:00Z'),
      kind: 'reminder_digest',
      recipient_name: '钱承办',
      recipient_address: 'q@example.gov.cn',
      subject: '提醒',
      body: '正文',
      status: 'queued' as const,
      attempts: 0,
      last_error: null,
      sent_at: null,
      not_before: null,
      channel: 'mail' as const,
      hold_reason: null,
      ...change,
    };
    expect(presentMessage(record, all, office.clock.now()).lastError).toBe(note);
  });
});
