import { Logger } from '@nestjs/common';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readInbox } from '../../apps/server/src/features/notifications/inbox.queries.js';
import type { OutboxDelivery } from '../../apps/server/src/features/notifications/notifications.module.js';
import { enqueueTo } from '../support/enqueue-to.js';
import { Office } from '../support/office.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';

describe('the outbox tells of itself and keeps its rate', () => {
  let office: Office;
  let sink: SmtpSink;
  let unit: string;
  let task: string;
  let delivery: OutboxDelivery;

  // Messages given up are logged as errors; here they are what is tested.
  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 09:00' });
    sink = await startSmtpSink();
    unit = await office.addUnit('市财政局');
    task = await office.addTask({ lead: unit, dueOn: '2022-09-16' });
    delivery = office.delivery(sink.url, { SMTP_RATE: '20' });
  });
  afterEach(async () => {
    delivery.stop();
    await sink.close();
    await office.close();
  });

  const deliver = (): Promise<void> => delivery.deliver(office.campaignId);
  const enqueue = (accountId: string): Promise<string> => enqueueTo(office, accountId, task);
  const person = (name: string, email: string): Promise<string> =>
    office.addPerson({ name, role: 'handler', unitId: unit, email });

  it('R-22 T09 what is given up is told once a day, a suspended mailbox to its unit’s head too, and no alarm of an alarm', async () => {
    const admin = await office.addPerson({ name: '管理员', role: 'government_office' });
    await office.query(`UPDATE account SET administrator = true WHERE id = $1`, [admin]);
    const head = await office.addPerson({ name: '孙负责', role: 'head', unitId: unit });
    const account = await person('钱承办', 'gone@example.gov.cn');
    for (const address of ['gone@example.gov.cn', `${admin}@example.gov.cn`]) sink.refuse(address, '550');
    const alarms = () =>
      office.query<{ account_id: string; dedup_key: string; status: string }>(
        `SELECT account_id, split_part(dedup_key, '/', 2) AS about, status FROM outbox_message
         WHERE kind <> 'reminder_digest' ORDER BY id`,
      );
    for (let count = 0; count < 4; count += 1) {
      await enqueue(account);
      await deliver();
    }
    await deliver();
    expect(await alarms()).toEqual([
      { account_id: admin, about: 'given_up_mail', status: 'dead' },
      { account_id: admin, about: 'mailbox_suspended', status: 'dead' },
      { account_id: head, about: 'mailbox_suspended', status: 'sent' },
    ]);
    office.setNow('2022-09-16 09:00');
    sink.refuse('away@example.gov.cn', '550');
    const other = await person('赵承办', 'away@example.gov.cn');
    for (let count = 0; count < 4; count += 1) {
      await enqueue(other);
      await deliver();
    }
    // The administrator's own mailbox is suspended by now, which the mailboxes of the day have told already.
    expect((await alarms()).slice(3)).toMatchObject([
      { account_id: admin, about: 'given_up_mail', status: 'dead' },
      { account_id: admin, about: 'mailbox_suspended', status: 'held' },
      { account_id: head, about: 'mailbox_suspended', status: 'sent' },
    ]);
    const inboxOf = async (accountId: string) => {
      const actor = { accountId, name: '', role: 'head', unitId: unit, unitName: null } as const;
      return (await office.run(readInbox, actor)).items.map((item) => item.title);
    };
    expect(await inboxOf(head)).toEqual(['【均衡】有收件邮箱停发', '【均衡】有收件邮箱停发']);
    expect(await inboxOf(admin)).toHaveLength(4);
  });

  it('R-23 mails keep the rate that is set: none is lost, each in its turn', async () => {
    const account = await person('钱承办', 'qian@example.gov.cn');
    const ids: string[] = [];
    for (let count = 0; count < 50; count += 1) ids.push(await enqueue(account));
    const arrived: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      await deliver();
      while (arrived.length < sink.received.length) arrived.push(office.clock.now());
      office.advanceMs(25_000);
    }
    expect(sink.received.map((mail) => mail.messageId)).toEqual(
      ids.map((id) => `<ob-${id}@jh.example.gov.cn>`),
    );
    const inMinute = arrived.map((at) => arrived.filter((one) => one >= at && one < at + 60_000).length);
    expect(Math.max(...inMinute)).toBe(20);
  });
});
