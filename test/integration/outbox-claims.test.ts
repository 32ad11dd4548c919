import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { claimMessages } from '../../apps/server/src/features/notifications/claim-messages.js';
import { MailSender } from '../../apps/server/src/features/notifications/mail-sender.js';
import { settleMessages } from '../../apps/server/src/features/notifications/settle-messages.js';
import { Office } from '../support/office.js';
import { startSmtpSink } from '../support/smtp-sink.js';

describe('claims on the outbox', () => {
  let office: Office;

  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 09:00' });
  });
  afterEach(() => office.close());

  async function fill(count: number): Promise<void> {
    const unit = await office.addUnit('市财政局');
    const account = await office.addPerson({ name: '钱承办', role: 'handler', unitId: unit });
    await office.query(
      `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, account_id, recipient_name, recipient_address,
         subject, body, status, created_at)
       SELECT $1, gen_random_uuid(), 'reminder_digest', n::text, $2, '钱承办', 'q@example.gov.cn', '提醒', '正文', 'queued', $3
       FROM generate_series(1, $4) n`,
      [office.campaignId, account, new Date(office.clock.now()), count],
    );
  }

  const claimMany = (token: string, atMost: number): Promise<string[]> =>
    office.run(async (work) => {
      const messages = await claimMessages(work, { token, nowMs: office.clock.now() }, atMost);
      return messages.map((message) => message.id);
    });
  const claim = async (token: string): Promise<string | undefined> => (await claimMany(token, 1))[0];
  const settleSent = async (id: string, token: string): Promise<boolean> => {
    const sent = [{ id, token, word: { status: 'sent' } }] as const;
    return office.run(async (work) => (await settleMessages(work, office.clock.now(), sent)).has(id));
  };
  const token = (worker: number): string => `00000000-0000-4000-8000-00000000000${worker}`;

  it('T14 eight workers at 400 messages claim each of them once', async () => {
    await fill(400);
    const taken: string[] = [];
    const worker = async (_: unknown, index: number): Promise<void> => {
      for (;;) {
        const ids = await claimMany(token(index), 7);
        if (ids.length === 0) return;
        taken.push(...ids);
      }
    };
    await Promise.all(Array.from({ length: 8 }).map(worker));
    expect(taken).toHaveLength(400);
    expect(new Set(taken).size).toBe(400);
    expect(await office.query(`SELECT max(attempts) FROM outbox_message`)).toEqual([{ max: 1 }]);
  });

  it('T14 what a dead worker held comes back once its lease is over, and not before', async () => {
    await fill(1);
    const id = await claim(token(1));
    office.advanceMs(59_999);
    expect(await claim(token(2))).toBeUndefined();
    office.advanceMs(1);
    expect(await claim(token(2))).toBe(id);
    expect(await office.query(`SELECT attempts FROM outbox_message`)).toEqual([{ attempts: 2 }]);
  });

  it('T14 the late word of a worker that was paused changes nothing', async () => {
    await fill(1);
    const id = (await claim(token(1))) ?? '';
    office.advanceMs(180_000);
    await claim(token(2));
    expect(await settleSent(id, token(1))).toBe(false);
    expect(await office.query(`SELECT status, sent_at FROM outbox_message`)).toEqual([
      { status: 'sending', sent_at: null },
    ]);
    expect(await settleSent(id, token(2))).toBe(true);
  });

  it('R-19 first attempts go before retries', async () => {
    await fill(2);
    const first = await claim(token(1));
    await office.query(`UPDATE outbox_message SET status = 'queued' WHERE id = $1`, [first]);
    expect(await claim(token(2))).not.toBe(first);
  });
});

describe('MailSender', () => {
  const mail = {
    messageId: '<ob-1@jh.example.gov.cn>',
    to: 'q@example.gov.cn',
    subject: '提醒',
    text: '正文',
    date: new Date('2022-09-15T01:00:00Z'),
    attachments: [],
  };
  const patience = { connect: 300, silence: 300, whole: 2000 };
  const from = 'junheng@example.gov.cn';

  it('T09 a server that hangs after the message leaves it uncertain', async () => {
    const sink = await startSmtpSink();
    sink.mode('hang');
    const sender = new MailSender({ url: sink.url, from, connections: 1, patience });
    expect(await sender.send(mail)).toMatchObject({ kind: 'uncertain' });
    sender.close();
    await sink.close();
  });

  it('T09 a server that never greets is unreachable', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const sender = new MailSender({ url: `smtp://127.0.0.1:${port}`, from, connections: 1, patience });
    expect(await sender.send(mail)).toMatchObject({ kind: 'unreachable' });
    sender.close();
    await new Promise((resolve) => silent.close(resolve));
  });

  it('T09 the whole attempt is cut after its time', async () => {
    const sink = await startSmtpSink();
    sink.mode('hang');
    const patient = { connect: 300, silence: 60_000, whole: 300 };
    const sender = new MailSender({ url: sink.url, from, connections: 1, patience: patient });
    const startedAt = performance.now();
    expect(await sender.send(mail)).toMatchObject({ kind: 'uncertain' });
    expect(performance.now() - startedAt).toBeLessThan(2000);
    sender.close();
    await sink.close();
  });

  it('closing it cuts what is on its way', async () => {
    const sink = await startSmtpSink();
    sink.mode('hang');
    const sender = new MailSender({ url: sink.url, from, connections: 1 });
    const sending = sender.send(mail);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    sender.close();
    expect(await sending).toMatchObject({ kind: 'uncertain' });
    await sink.close();
  });
});
