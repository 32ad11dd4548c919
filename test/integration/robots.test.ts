import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { postToRobot } from '../../apps/server/src/features/notifications/post-to-robot.js';
import { enqueueMessages } from '../../apps/server/src/features/notifications/notifications.module.js';
import { readRobots } from '../../apps/server/src/features/notifications/robots.queries.js';
import { readHolds } from '../../apps/server/src/features/notifications/holds.queries.js';
import { robotKeyFile } from '../../apps/server/src/features/notifications/robot-key.js';
import { RobotVault } from '../../apps/server/src/features/notifications/robot-vault.js';
import type { RobotRow } from '../../apps/server/src/features/notifications/robots.dto.js';
import { addRobot, changeRobotAddress } from '../../apps/server/src/features/notifications/save-robot.js';
import { sealPlainRobots } from '../../apps/server/src/features/notifications/seal-plain-robots.js';
import { readHealth } from '../../apps/server/src/features/health/read-health.js';
import { SealRobotAddresses1795305644000 } from '../../migrations/1795305644000-SealRobotAddresses.js';
import { Office } from '../support/office.js';

type Answer = { status?: number; body?: string; location?: string };

describe('chat robots', () => {
  let office: Office;
  let server: Server;
  let host: string;
  let answer: Answer;
  let folder: string;
  let vault: RobotVault;
  const posts: { at: number; text: string; path: string }[] = [];

  beforeEach(async () => {
    Logger.overrideLogger(false);
    office = await Office.open({ now: '2022-09-15 09:00' });
    folder = mkdtempSync(join(tmpdir(), 'junheng-robots-'));
    vault = new RobotVault(folder);
    answer = { body: '{"errcode":0,"errmsg":"ok"}' };
    posts.length = 0;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        const { text } = JSON.parse(body) as { text: { content: string } };
        posts.push({ at: office.clock.now(), text: text.content, path: request.url ?? '' });
        response.writeHead(answer.status ?? 200, answer.location ? { Location: answer.location } : {});
        response.end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await office.close();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  const add = (channel: 'wecom' | 'dingtalk' = 'wecom', secret: string | null = null): Promise<void> =>
    office.run((work) =>
      addRobot(work, { channel, name: '督办群', url: `http://${host}/send?key=abcd1234`, secret }, keeping()),
    );
  const keeping = () => ({ allowedHosts: [host], vault });
  const robots = (): Promise<RobotRow[]> => office.run((work) => readRobots(work, vault));
  const start = () => office.delivery(undefined, { JUNHENG_ROBOT_HOSTS: host, JUNHENG_DATA: folder });
  const fill = (count: number): Promise<unknown> =>
    office.query(
      `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, channel, target, recipient_name, subject, body, status,
         created_at)
       SELECT r.campaign_id, gen_random_uuid(), 'reminder_digest', n::text, r.channel, r.id, r.name, '【均衡】任务提醒',
         '第 ' || lpad(n::text, 3, '0') || ' 条：' || repeat('财政局 3 项、', 8), 'queued', $1::timestamptz + n * interval '1 ms'
       FROM robot r, generate_series(1, $2) n`,
      [new Date(office.clock.now()), count],
    );
  const states = () =>
    office.query(`SELECT status, count(*)::int AS count FROM outbox_message GROUP BY 1 ORDER BY 1`);
  const busiestMinute = (): number =>
    Math.max(...posts.map(({ at }) => posts.filter((one) => one.at >= at && one.at < at + 60_000).length));

  it('R-23 T11 500 messages to a provider that blocks above 20 a minute all arrive, in order, with no block', async () => {
    await add();
    await fill(500);
    const delivery = start();
    for (let minute = 0; minute < 40; minute += 1) {
      await delivery.deliver(office.campaignId);
      office.advanceMs(7_000);
    }
    const arrived = posts.flatMap(({ text }) =>
      [...text.matchAll(/第 (\d+) 条/g)].map((match) => Number(match[1])),
    );
    expect(arrived).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
    expect(busiestMinute()).toBeLessThanOrEqual(20);
    expect(posts.every(({ text }) => Buffer.byteLength(text) <= 2048)).toBe(true);
    expect(posts[0]?.text).toContain('https://jh.example.gov.cn/tasks?');
    expect(await states()).toEqual([{ status: 'sent', count: 500 }]);
  });

  it.each<[string, Answer, string]>([
    ['200 with an error code', { body: '{"errcode":93000,"errmsg":"invalid webhook"}' }, '93000'],
    ['a redirect', { status: 302, location: 'http://127.0.0.1:1/' }, '302'],
    ['a page of 100 KB', { body: 'x'.repeat(100_000) }, '64 KB'],
  ])('T11 %s is a failure, tried again later without letting others pass', async (_, bad, reason) => {
    await add('dingtalk', 'SEC1');
    await fill(2);
    answer = bad;
    const delivery = start();
    await delivery.deliver(office.campaignId);
    await fill(0);
    await delivery.deliver(office.campaignId);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.path).toMatch(/^\/send\?key=abcd1234&timestamp=1663203600000&sign=[\w%]+$/);
    expect(await states()).toEqual([{ status: 'queued', count: 2 }]);
    const [robot] = await robots();
    expect(robot).toMatchObject({ urlEnding: '1234', signed: true, waiting: 2 });
    expect(robot?.lastError).toContain(reason);
    expect(JSON.stringify(robot)).not.toMatch(/SEC1|abcd/);
    answer = { body: '{"errcode":0}' };
    office.advanceMs(120_000);
    await delivery.deliver(office.campaignId);
    expect(await states()).toEqual([{ status: 'sent', count: 2 }]);
  });

  it('R-40 what waited too long for a group is held, also where there is no mail server', async () => {
    await add();
    await fill(2);
    office.setNow('2022-09-26 09:00');
    await office.delivery(undefined, { JUNHENG_ROBOT_HOSTS: host }).deliver(office.campaignId);
    expect(posts).toEqual([]);
    expect(await states()).toEqual([{ status: 'held', count: 2 }]);
  });

  it('R-48 R-80 a group is told only of what is still overdue when the word is posted', async () => {
    await add();
    const delivery = start();
    const [finance, education] = [await office.addUnit('市财政局'), await office.addUnit('市教育局')];
    const reader = await office.addPerson({ name: '周督查', role: 'supervision_office', email: null });
    const tasks = await office.addTasks(
      [finance, education, education].map((lead) => ({ lead, dueOn: '2022-09-08' })),
    );
    const report = (day: string) =>
      office.run((work) =>
        enqueueMessages(work, [
          {
            id: work.newId(),
            kind: 'overdue_report',
            dedupKey: day,
            recipient: { accountId: reader, name: '周督查', address: null },
            write: () => ({ subject: '逾期', text: '正文' }),
            taskIds: tasks,
            attachments: [],
          },
        ]),
      );
    await report('1');
    const [closed = '', extended = '', last = ''] = tasks;
    await office.changeTask(closed, { action: 'close', state: 'closed' });
    await office.changeTask(extended, { action: 'extend', state: 'signed', dueOn: '2022-09-30' });
    await delivery.deliver(office.campaignId);
    expect(posts.map(({ text }) => text)).toEqual([
      expect.stringContaining('涉及 1 个牵头单位、1 项任务：教育局 1 项。'),
    ]);
    await report('2');
    await office.changeTask(last, { action: 'close', state: 'closed' });
    await delivery.deliver(office.campaignId);
    expect(posts).toHaveLength(1);
    expect(
      await office.query(`SELECT status, last_error FROM outbox_message WHERE channel = 'wecom' ORDER BY id`),
    ).toEqual([
      { status: 'sent', last_error: null },
      { status: 'withdrawn', last_error: '所列任务都已办结、改期或撤销，或已另行汇总' },
    ]);
  });

  it('T09 administrators hear once a day that a word to a group was given up', async () => {
    await add();
    await fill(2);
    await office.query(`UPDATE outbox_message SET attempts = 7`);
    const admin = await office.addPerson({ name: '管理员', role: 'supervision_office' });
    await office.query(`UPDATE account SET administrator = true WHERE id = $1`, [admin]);
    answer = { status: 500 };
    const delivery = start();
    await delivery.deliver(office.campaignId);
    expect(
      await office.query(`SELECT account_id, body FROM outbox_message WHERE kind = 'outbox_alarm'`),
    ).toEqual([{ account_id: admin, body: expect.stringContaining('发给“督办群”的群消息没有发出') }]);
    expect(await states()).toEqual([
      { status: 'dead', count: 2 },
      { status: 'queued', count: 1 },
    ]);
  });

  it('T11 a vendor’s name that leads to a private address is not connected to', async () => {
    const { port } = server.address() as AddressInfo;
    let connections = 0;
    server.on('connection', () => (connections += 1));
    const request = { url: `https://qyapi.weixin.qq.com:${port}/x`, body: '{}' };
    const lookup = (_name: string, options: object, done: (...answer: never[]) => void): void => {
      const all = 'all' in options && options.all === true;
      const call = done as unknown as (error: null, address: unknown, family?: number) => void;
      if (all) call(null, [{ address: '127.0.0.1', family: 4 }]);
      else call(null, '127.0.0.1', 4);
    };
    await expect(postToRobot(request, { host: 'vendor', lookup })).rejects.toThrow();
    expect(connections).toBe(0);
  });

  it('keeps neither address nor secret in the database, nor one robot’s as another’s', async () => {
    await add('dingtalk', 'SEC-of-the-group');
    await add('wecom');
    const dump = (await office.query<{ row: string }>(`SELECT r::text AS row FROM robot r`)).map(
      ({ row }) => row,
    );
    const bytes = dump.map((row) => /\\\\x([0-9a-f]+)/.exec(row)?.[1] ?? '');
    expect(bytes.every((hex) => hex.length > 100)).toBe(true);
    for (const text of [...dump, ...bytes.map((hex) => Buffer.from(hex, 'hex').toString('latin1'))])
      expect(text).not.toMatch(/SEC-of|abcd1234|127\.0\.0\.1/);
    await expect(office.query(`UPDATE robot SET url = 'https://x', sealed_address = NULL`)).rejects.toThrow(
      'robot_plain_check',
    );
    await office.query(
      `UPDATE robot r SET sealed_address = o.sealed_address FROM robot o WHERE o.id <> r.id`,
    );
    expect((await robots()).map(({ readable, host: known }) => [readable, known])).toEqual([
      [false, null],
      [false, null],
    ]);
  });

  it('with another key nothing is posted or lost, pages and health say so, and a new address mends it', async () => {
    await add('dingtalk', 'SEC1');
    await fill(2);
    renameSync(robotKeyFile(folder), join(folder, 'kept'));
    writeFileSync(robotKeyFile(folder), 'ab'.repeat(32));
    const delivery = start();
    await delivery.deliver(office.campaignId);
    await delivery.deliver(office.campaignId);
    expect(posts).toEqual([]);
    expect(await office.query(`SELECT DISTINCT status, attempts, last_error FROM outbox_message`)).toEqual([
      { status: 'queued', attempts: 0, last_error: null },
    ]);
    const [robot] = await robots();
    expect(robot).toMatchObject({
      readable: false,
      host: null,
      urlEnding: null,
      waiting: 2,
      lastError: null,
    });
    expect((await office.run((work) => readHolds(work, true, vault))).unreadableRobots).toBe(1);
    const { dataSource, time, clock } = office;
    const health = { dataSource, time, clock, schedulerOn: false, dataDirectory: folder };
    expect((await readHealth(health)).find((check) => check.name === 'robots')).toMatchObject({
      ok: true,
      warning: true,
      detail: expect.stringContaining('1 个群机器人的密钥读不出，请重新填写网址和密钥'),
    });
    const address = { version: 1, url: `http://${host}/new?key=wxyz`, secret: null };
    await office.run((work) => changeRobotAddress(work, robot?.id ?? '', address, keeping()));
    await expect(
      office.run((work) => changeRobotAddress(work, robot?.id ?? '', address, keeping())),
    ).rejects.toMatchObject({ code: 'stale_version' });
    await delivery.deliver(office.campaignId);
    expect(posts.map((post) => post.path)).toEqual(['/new?key=wxyz']);
    expect(await states()).toEqual([{ status: 'sent', count: 2 }]);
    expect(await robots()).toMatchObject([{ readable: true, urlEnding: 'wxyz', signed: false }]);
  });

  it('seals what an older program left in plain text, all or nothing, and leaves no trace of it', async () => {
    const migration = new SealRobotAddresses1795305644000();
    const runner = office.dataSource.createQueryRunner();
    await migration.down(runner);
    await office.query(
      `INSERT INTO robot (campaign_id, id, channel, name, url, secret, created_at)
       SELECT $1, gen_random_uuid(), 'dingtalk', n::text, $2, 'SEC-' || n, now() + n * interval '1 s'
       FROM generate_series(1, 3) n`,
      [office.campaignId, `http://${host}/send?key=abcd1234`],
    );
    await office.query(`ANALYZE robot`);
    await migration.up(runner);
    await runner.release();
    const failing = new RobotVault(join(robotKeyFile(folder), 'x'));
    writeFileSync(robotKeyFile(folder), 'damaged');
    await expect(sealPlainRobots(office.dataSource, failing)).rejects.toThrow();
    await expect(sealPlainRobots(office.dataSource, vault)).rejects.toThrow('robot-key');
    const plain = `SELECT count(*)::int AS plain FROM robot WHERE url LIKE '%abcd1234' AND secret LIKE 'SEC-%'`;
    expect(await office.query(plain)).toEqual([{ plain: 3 }]);
    rmSync(robotKeyFile(folder));
    const sealed = await Promise.all([1, 2].map(() => sealPlainRobots(office.dataSource, vault)));
    expect(sealed.toSorted()).toEqual([0, 3]);
    const readable = (await robots()).map(({ name, urlEnding, signed }) => [name, urlEnding, signed]);
    expect(readable).toEqual(['1', '2', '3'].map((name) => [name, '1234', true]));
    await office.query(`CHECKPOINT`);
    const traces = await office.query(
      `SELECT (SELECT count(*)::int FROM robot WHERE url IS NOT NULL OR secret IS NOT NULL) AS rows,
         position('abcd1234'::bytea IN pg_read_binary_file(pg_relation_filepath('robot'))) AS file,
         (SELECT count(*)::int FROM pg_stats WHERE tablename = 'robot' AND attname IN ('url', 'secret')) AS samples`,
    );
    expect(traces).toEqual([{ rows: 0, file: 0, samples: 0 }]);
  });
});
