import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Actor } from '../../apps/server/src/database/actor.js';
import {
  renewCalendarFeed,
  revokeCalendarFeed,
  writeCalendar,
} from '../../apps/server/src/features/notifications/calendar-feed.js';
import {
  countUnread,
  markRead,
  readInbox,
} from '../../apps/server/src/features/notifications/inbox.queries.js';
import { InboxStreams } from '../../apps/server/src/features/notifications/inbox-streams.js';
import { recogniseEnvironment } from '../../apps/server/src/features/notifications/recognise-environment.js';
import {
  readSendingStop,
  setSendingStop,
} from '../../apps/server/src/features/notifications/sending-switch.js';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import { Office } from '../support/office.js';

const origin = 'https://jh.example.gov.cn';

describe('inbox and calendar', () => {
  let office: Office;
  let finance: string;
  let handler: Actor;

  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 09:00' });
    finance = await office.addUnit('市财政局');
    const accountId = await office.addPerson({ name: '钱承办', role: 'handler', unitId: finance });
    handler = { accountId, name: '钱承办', role: 'handler', unitId: finance, unitName: '财政局' };
  });
  afterEach(() => office.close());

  const inbox = () => office.run(readInbox, handler);
  const remind = (): Promise<boolean> => office.run((work) => runReminders(work, origin));
  const unread = () =>
    office.run(async (work) => (await countUnread(work, [handler.accountId])).get(handler.accountId));

  it('R-06 an item closes with its task, counts once however often reminded, and the page counts as the badge', async () => {
    const tasks = await office.addTasks([
      { lead: finance, dueOn: '2022-09-16', title: '甲' },
      { lead: finance, dueOn: '2022-09-20', title: '乙' },
    ]);
    await remind();
    office.setNow('2022-09-16 09:00');
    await remind();
    const page = await inbox();
    expect(page.items.map((item) => item.title).toSorted()).toEqual(['JH-0001 甲', 'JH-0002 乙']);
    expect([page.total, page.unread, await unread()]).toEqual([2, 2, 2]);
    await office.changeTask(tasks[0] ?? '', { action: 'submit', state: 'in_review' });
    expect((await inbox()).items.map((item) => item.taskId)).toEqual([tasks[1]]);
    expect(await unread()).toBe(1);
  });

  it('marks exactly what was shown, and a new reminder of the same task is unread again', async () => {
    await office.addTasks([
      { lead: finance, dueOn: '2022-09-16', title: '甲' },
      { lead: finance, dueOn: '2022-09-20', title: '乙' },
    ]);
    await remind();
    const [shown] = (await inbox()).items;
    if (!shown) throw new Error('the inbox is empty');
    await office.run((work) => markRead(work, [shown]), handler);
    expect((await inbox()).items.map((item) => item.read)).toEqual([false, true]);
    expect(await unread()).toBe(1);
    const { items } = await inbox();
    const stranger = {
      ...handler,
      accountId: await office.addPerson({ name: '孙', role: 'handler', unitId: finance }),
    };
    await office.run((work) => markRead(work, items), stranger);
    expect(await unread()).toBe(1);
    office.setNow('2022-09-19 09:00');
    await remind();
    expect(await unread()).toBe(2);
  });

  it('tells every open page of two processes what is unread, and ends with the session', async () => {
    await office.addTasks([{ lead: finance, dueOn: '2022-09-16', title: '甲' }]);
    await office.query(
      `INSERT INTO session (id_hash, account_id, created_at, last_seen_at, expires_at)
       VALUES ('s1', $1, $2, $2, $2::timestamptz + interval '1 day')`,
      [handler.accountId, new Date(office.clock.now())],
    );
    const pages = [1, 2].map(() => {
      const streams = new InboxStreams(office.dataSource, office.time);
      const response = new PassThrough();
      const seen: string[] = [];
      response.on('data', (chunk) => seen.push(String(chunk)));
      const stream = { sessionId: 's1', accountId: handler.accountId, campaignId: office.campaignId };
      streams.open({ ...stream, response: response as unknown as ServerResponse });
      return { streams, response, seen };
    });
    const until = async (done: () => boolean): Promise<void> => {
      for (const end = performance.now() + 8000; !done() && performance.now() < end;)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(done()).toBe(true);
    };
    await until(() => pages.every(({ seen }) => seen.includes('data: {"unread":0}\n\n')));
    await remind();
    await until(() => pages.every(({ seen }) => seen.includes('data: {"unread":1}\n\n')));
    await office.query(`DELETE FROM session`);
    await until(() => pages.every(({ response }) => response.writableEnded));
    for (const { streams } of pages) streams.beforeApplicationShutdown();
  });

  it('R-33 the calendar has whole days, stable ids, and loads in a calendar program; it ends with the right to it', async () => {
    const [task = ''] = await office.addTasks([
      {
        lead: finance,
        dueOn: '2022-09-30',
        title: '落实经费；联系 13812345678，第一、二季度的台账都要报送到领导小组办公室',
      },
      { lead: finance, dueOn: null, title: '无期限' },
    ]);
    const token = await office.run(renewCalendarFeed, handler);
    const fetch = (secret: string) => office.run((work) => writeCalendar(work, secret, origin));
    const text = await fetch(token);
    expect(await fetch(token)).toBe(text);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const [event] = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one));
    expect(event?.uid).toBe(`task-${task}@jh.example.gov.cn`);
    expect(event?.startDate.isDate).toBe(true);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2022-09-30', '2022-10-01']);
    expect(event?.summary).toBe(
      'JH-0001 落实经费；联系 138****5678，第一、二季度的台账都要报送到领导小组办公室',
    );
    const next = await office.run(renewCalendarFeed, handler);
    await expect(fetch(token)).rejects.toMatchObject({ code: 'not_found' });
    await office.query(`UPDATE account SET active = false WHERE id = $1`, [handler.accountId]);
    await expect(fetch(next)).rejects.toMatchObject({ code: 'not_found' });
    await office.query(`UPDATE account SET active = true WHERE id = $1`, [handler.accountId]);
    expect(await fetch(next)).toContain('BEGIN:VEVENT');
    await office.run(revokeCalendarFeed, handler);
    await expect(fetch(next)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('R-87 a restored copy', () => {
  let office: Office;
  let folder: string;

  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 09:00' });
    folder = mkdtempSync(join(tmpdir(), 'junheng-environment-'));
  });
  afterEach(async () => {
    await office.close();
    rmSync(folder, { recursive: true });
  });

  const start = (data = folder): Promise<boolean> =>
    recogniseEnvironment(office.dataSource, data, office.clock.now());
  const stop = () => readSendingStop(office.dataSource.manager);

  it('starts with sending off until someone confirms; an installation that just starts again does not', async () => {
    expect([await start(), await start(), await stop()]).toEqual([false, false, null]);
    // The data folder put back from its backup.
    cpSync(folder, `${folder}-backup`, { recursive: true });
    rmSync(folder, { recursive: true });
    renameSync(`${folder}-backup`, folder);
    expect(await start()).toBe(true);
    expect(await stop()).toMatchObject({ reason: 'restored' });
    expect(await start()).toBe(false);
    expect(await stop()).toMatchObject({ reason: 'restored' });
    await setSendingStop(office.dataSource.manager, null);
    // An older database under the same folder.
    await office.query(
      `UPDATE instance_setting SET value = jsonb_set(value, '{starts}', '1') WHERE key = 'environment'`,
    );
    expect(await start()).toBe(true);
  });
});
