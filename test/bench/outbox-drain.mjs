import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { FaultPoints } from '../../dist/apps/server/src/database/fault-points.js';
import { contentOfText } from '../../dist/apps/server/src/features/notifications/message-content.js';
import { OutboxDelivery } from '../../dist/apps/server/src/features/notifications/outbox-delivery.js';
import { renderHtml } from '../../dist/apps/server/src/features/notifications/render-html.js';
import { instantAt } from '../../dist/libs/kernel/index.js';
import { createScene } from './scene.mjs';
import { today } from './database.mjs';

const mails = Number(process.env.MAILS ?? 10_000);
const connections = 8;
const from = 'junheng@example.gov.cn';
const text = '钱承办：\n\n您有 3 项任务需要关注。\n\n'.repeat(10);
const html = renderHtml(contentOfText(text));

/** Draining 10,000 rows of the outbox into a mail server, against nodemailer alone with as many connections. */
export async function outboxDrain(database) {
  const { scope } = await createScene(database, { tasks: 1 });
  const sink = fork(join(import.meta.dirname, 'smtp-process.mjs'));
  const [{ port }] = await once(sink, 'message');
  const url = `smtp://127.0.0.1:${port}`;
  try {
    const alone = await nodemailerAlone(url);
    await fill(database, scope);
    const drained = await drain(database, scope, url);
    return {
      figure: `${mails} outbox rows sent and recorded`,
      unit: 'mails/s',
      value: drained,
      yardstick: `nodemailer alone, ${connections} connections, the same mails`,
      yardstickValue: alone,
      n: 1,
    };
  } finally {
    sink.disconnect();
  }
}

async function nodemailerAlone(url) {
  const transport = createTransport({ url, pool: true, maxConnections: connections });
  const send = (n) =>
    transport.sendMail({ from, to: 'x@example.gov.cn', subject: '提醒', text, html, messageId: `<${n}@x>` });
  const rate = await perSecond(() => Promise.all(Array.from({ length: mails }, (_, n) => send(n))));
  transport.close();
  return rate;
}

async function fill(database, { campaignId }) {
  await database.raw.query(
    `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, account_id, recipient_name, recipient_address, subject,
       body, status, created_at)
     SELECT $1, gen_random_uuid(), 'bench', n::text, a.id, '收件人', 'x@example.gov.cn', '提醒', $2, 'queued', $3
     FROM generate_series(1, $4::int) n CROSS JOIN (SELECT id FROM account WHERE active AND email IS NOT NULL LIMIT 1) a`,
    [campaignId, text, new Date(instantAt(today, '10:00')), mails],
  );
}

async function drain({ unitOfWork, raw }, { campaignId }, url) {
  const clock = { now: () => instantAt(today, '10:00') };
  const config = {
    smtpUrl: url,
    mailFrom: from,
    origin: 'http://localhost',
    robotHosts: [],
    dataDirectory: '',
  };
  const delivery = new OutboxDelivery(unitOfWork, new FaultPoints(undefined), clock, config);
  const rate = await perSecond(() => delivery.deliver(campaignId));
  delivery.stop();
  const { rows } = await raw.query(
    `SELECT count(*)::int AS sent FROM outbox_message WHERE status = 'sent' AND kind = 'bench'`,
  );
  if (rows[0].sent !== mails) throw new Error(`only ${rows[0].sent} mails were sent`);
  return rate;
}

async function perSecond(act) {
  const started = performance.now();
  await act();
  return Math.round(mails / ((performance.now() - started) / 1000));
}
