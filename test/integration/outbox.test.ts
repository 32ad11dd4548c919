import { Logger } from '@nestjs/common';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type NewMessage,
  type OutboxDelivery,
} from '../../apps/server/src/features/notifications/notifications.module.js';
import { enqueueTo } from '../support/enqueue-to.js';
import { Office } from '../support/office.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';

interface Row {
  id: string;
  status: string;
  attempts: number;
  last_error: string | null;
  not_before: Date | null;
  sent_at: Date | null;
  recipient_address: string | null;
}

describe('outbox', () => {
  let office: Office;
  let sink: SmtpSink;
  let unit: string;
  let task: string;
  let delivery: OutboxDelivery;
  const started: OutboxDelivery[] = [];

  // Messages given up are logged as errors; here they are what is tested.
  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 09:00' });
    sink = await startSmtpSink();
    unit = await office.addUnit('市财政局');
    task = await office.addTask({ lead: unit, dueOn: '2022-09-16' });
    delivery = start();
  });
  afterEach(async () => {
    for (const one of started.splice(0)) one.stop();
    await sink.close();
    await office.close();
  });

  const start = (environment: Record<string, string> = {}): OutboxDelivery => {
    const one = office.delivery(sink.url, environment);
    started.push(one);
    return one;
  };
  const deliver = (): Promise<void> => delivery.deliver(office.campaignId);
  const rows = (): Promise<Row[]> => office.query<Row>(`SELECT * FROM outbox_message ORDER BY id`);
  const person = (name: string, email?: string | null): Promise<string> =>
    office.addPerson({ name, role: 'handler', unitId: unit, ...(email === undefined ? {} : { email }) });

  const enqueue = (accountId: string, change: Partial<NewMessage> = {}): Promise<string> =>
    enqueueTo(office, accountId, task, change);

  it('sends a queued message once, with its own Message-ID and marked as made by a program', async () => {
    const account = await person('钱承办', 'qian@example.gov.cn');
    const content = Buffer.from('表格');
    const id = await enqueue(account, {
      attachments: [{ fileName: '督办表.xlsx', mediaType: 'application/zip', content }],
    });
    await deliver();
    await deliver();
    expect(sink.received).toHaveLength(1);
    const [mail] = sink.received;
    expect(mail?.messageId).toBe(`<ob-${id}@jh.example.gov.cn>`);
    expect(mail?.envelope).toEqual({ from: 'junheng@example.gov.cn', to: ['qian@example.gov.cn'] });
    expect(mail?.mail).toMatchObject({ subject: '任务提醒', text: '正文' });
    expect(mail?.mail.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
    expect(mail?.mail.attachments[0]?.filename).toBe('督办表.xlsx');
    expect(Buffer.from(mail?.mail.attachments[0]?.content as ArrayBuffer)).toEqual(content);
    expect(await rows()).toMatchObject([
      { status: 'sent', attempts: 1, last_error: null, sent_at: new Date('2022-09-15T01:00:00Z') },
    ]);
  });

  it('without a mail server messages stay queued and untouched', async () => {
    await enqueue(await person('钱承办'));
    await office.delivery(undefined).deliver(office.campaignId);
    expect(await rows()).toMatchObject([{ status: 'queued', attempts: 0 }]);
  });

  it.each([
    ['before 08:30', '2022-09-16 08:29'],
    ['from 18:00', '2022-09-15 18:00'],
    ['on Sunday', '2022-09-18 11:00'],
  ])('R-05 sends nothing %s and holds it to the next window', async (_, now) => {
    await enqueue(await person('钱承办'));
    office.setNow(now);
    await deliver();
    expect(sink.received).toEqual([]);
    office.setNow('2022-09-19 08:30');
    await deliver();
    expect(sink.received).toHaveLength(1);
  });

  it('sends no mail during an exercise, not even what was queued before', async () => {
    const account = await person('钱承办');
    await enqueue(account);
    await office.setExercise('2022-09-20');
    await enqueue(account);
    await deliver();
    expect(sink.received).toEqual([]);
    expect((await rows()).map((row) => row.status).toSorted()).toEqual(['queued', 'rehearsal']);
    await office.query(`DELETE FROM instance_setting`);
    await deliver();
    expect((await rows()).map((row) => row.status).toSorted()).toEqual(['rehearsal', 'sent']);
  });

  describe('R-80 looks again when it sends', () => {
    it('a deactivated person with 5 queued messages gets none of them', async () => {
      const account = await person('钱承办');
      for (let count = 0; count < 5; count += 1) await enqueue(account);
      await office.query(`UPDATE account SET active = false WHERE id = $1`, [account]);
      await deliver();
      expect(sink.received).toEqual([]);
      expect(new Set((await rows()).map((row) => `${row.status} ${row.last_error}`))).toEqual(
        new Set(['withdrawn 收件人账号已停用']),
      );
    });

    it.each(['closed', 'in_review', 'cancelled'])(
      'a digest whose tasks are all %s is withdrawn',
      async (state) => {
        await enqueue(await person('钱承办'));
        await office.changeTask(task, { action: 'close', state });
        await deliver();
        expect(await rows()).toMatchObject([{ status: 'withdrawn' }]);
        expect(sink.received).toEqual([]);
      },
    );

    it('a supporting unit whose part is completed is told nothing more of the task', async () => {
      const other = await office.addUnit('市教育局');
      const shared = await office.addTask({ lead: unit, dueOn: '2022-09-16', supports: [other] });
      const account = await office.addPerson({ name: '李配合', role: 'handler', unitId: other });
      await enqueue(account, { taskIds: [shared] });
      await office.query(`UPDATE task_support SET state = 'completed' WHERE task_id = $1`, [shared]);
      await deliver();
      expect(await rows()).toMatchObject([{ status: 'withdrawn' }]);
      expect(sink.received).toEqual([]);
    });

    it('a person who moved to another unit is told nothing of the old one', async () => {
      const account = await person('钱承办');
      await enqueue(account);
      const other = await office.addUnit('市教育局');
      await office.query(`UPDATE membership SET unit_id = $2 WHERE account_id = $1`, [account, other]);
      await deliver();
      expect(await rows()).toMatchObject([{ status: 'withdrawn' }]);
    });

    it('only the supervision office gets the overdue report', async () => {
      await enqueue(await person('钱承办'), { kind: 'overdue_report' });
      const supervisor = await office.addPerson({ name: '督查', role: 'supervision_office' });
      await enqueue(supervisor, { kind: 'overdue_report' });
      await deliver();
      expect((await rows()).map((row) => row.status).toSorted()).toEqual(['sent', 'withdrawn']);
    });

    it('an address corrected meanwhile is the one that is used', async () => {
      const account = await person('钱承办', 'old@example.gov.cn');
      await enqueue(account);
      await office.query(`UPDATE account SET email = 'new@example.gov.cn' WHERE id = $1`, [account]);
      await deliver();
      expect(sink.received.map((mail) => mail.envelope.to)).toEqual([['new@example.gov.cn']]);
      expect(await rows()).toMatchObject([{ recipient_address: 'new@example.gov.cn' }]);
    });
  });

  it('T09 a mailbox that is busy is tried 8 times at growing distances, then given up', async () => {
    await enqueue(await person('钱承办'));
    sink.mode('450');
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      const now = office.clock.now();
      await deliver();
      const [row] = await rows();
      expect(row).toMatchObject({ status: 'queued', attempts: attempt });
      const delay = (row?.not_before?.getTime() ?? 0) - now;
      const middle = Math.min(2 ** attempt * 30_000, 3_600_000);
      expect(delay).toBeGreaterThanOrEqual(0.5 * middle);
      expect(delay).toBeLessThanOrEqual(1.5 * middle);
      office.advanceMs(delay - 1000);
      await deliver();
      expect((await rows())[0]?.attempts).toBe(attempt);
      office.advanceMs(1000);
    }
    await deliver();
    expect(await rows()).toMatchObject([{ status: 'dead', attempts: 8 }]);
    office.advanceMs(3_600_000 * 2);
    await deliver();
    expect((await rows())[0]?.attempts).toBe(8);
  });

  it('T09 a mailbox that does not exist is given up at once', async () => {
    await enqueue(await person('钱承办'));
    sink.mode('550');
    await deliver();
    expect(await rows()).toMatchObject([
      { status: 'dead', attempts: 1, last_error: expect.stringContaining('550') },
    ]);
  });

  it("T09 a closed service or an unreachable server is nobody's fault: never given up", async () => {
    await enqueue(await person('钱承办'));
    sink.mode('421');
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await deliver();
      expect(await rows()).toMatchObject([{ status: 'queued', attempts: Math.min(attempt, 4) }]);
      await office.query(`UPDATE outbox_message SET not_before = NULL`);
    }
    const closed = await startSmtpSink();
    await closed.close();
    const unreachable = office.delivery(closed.url);
    await unreachable.deliver(office.campaignId);
    unreachable.stop();
    expect(await rows()).toMatchObject([{ status: 'queued', attempts: 4 }]);
    await office.query(`UPDATE outbox_message SET not_before = NULL`);
    // What the mailbox does afterwards has attempts of its own.
    sink.mode('450');
    await deliver();
    expect(await rows()).toMatchObject([{ status: 'queued', attempts: 5 }]);
    await office.query(`UPDATE outbox_message SET not_before = NULL`);
    sink.mode('accept');
    await deliver();
    expect(await rows()).toMatchObject([{ status: 'sent' }]);
  });

  it('T08 T09 a connection lost after DATA leaves the message uncertain, repeated under the same Message-ID', async () => {
    const id = await enqueue(await person('钱承办'));
    sink.mode('drop-after-DATA');
    await deliver();
    expect(await rows()).toMatchObject([{ status: 'uncertain', sent_at: null }]);
    office.advanceMs(120_000);
    sink.mode('accept');
    await deliver();
    expect(await rows()).toMatchObject([{ status: 'sent', attempts: 2 }]);
    expect(sink.received.map((mail) => mail.messageId)).toEqual(
      Array(2).fill(`<ob-${id}@jh.example.gov.cn>`),
    );
  });

  it('R-19 of ten recipients one fails: nine are sent, the tenth is tried again', async () => {
    const addresses = Array.from({ length: 10 }, (_, index) => `p${index}@example.gov.cn`);
    for (const address of addresses) await enqueue(await person(address, address));
    sink.refuse('p2@example.gov.cn', '450');
    await deliver();
    expect(new Set(sink.received.flatMap((mail) => mail.envelope.to))).toEqual(
      new Set(addresses.filter((address) => address !== 'p2@example.gov.cn')),
    );
    const waiting = (await rows()).filter((row) => row.status !== 'sent');
    expect(waiting).toMatchObject([
      { recipient_address: 'p2@example.gov.cn', status: 'queued', attempts: 1 },
    ]);
    expect(waiting[0]?.not_before).not.toBeNull();
  });

  it('T10 an address that is more than one mailbox goes to nobody', async () => {
    const crafted = [
      'a@b.cn\r\nBcc: evil@example.org',
      'a@b.cn,evil@example.org',
      '督查 <evil@example.org>',
      'a@localhost',
    ];
    for (const address of crafted) await enqueue(await person('钱承办', address));
    await enqueue(await person('钱承办', 'good@example.gov.cn'));
    await deliver();
    expect(sink.received.map((mail) => mail.envelope.to)).toEqual([['good@example.gov.cn']]);
    expect((await rows()).map((row) => row.status)).toEqual(['dead', 'dead', 'dead', 'dead', 'sent']);
  });

  it('T10 a line end in a subject makes no header, and personal numbers do not leave', async () => {
    await enqueue(await person('钱承办'), {
      write: () => ({
        subject: '提醒\r\nBcc: evil@example.org',
        text: '联系人 13812345678，证件 410183199001011234。',
      }),
    });
    await deliver();
    const [mail] = sink.received;
    expect(mail?.envelope.to).toHaveLength(1);
    expect(mail?.mail.headers.map((header) => header.key)).not.toContain('bcc');
    expect(mail?.mail.text).not.toMatch(/\d{11}/);
  });
});
