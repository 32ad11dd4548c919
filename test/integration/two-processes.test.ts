import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { addDays, civilDate, type CivilDate, WorkdayCalendar } from '#kernel';
import { writeClock } from '../support/clock-file.js';
import { Office } from '../support/office.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const workers = 8;

interface OpenTask {
  readonly id: string;
  readonly people: readonly string[];
  dueOn: CivilDate;
  dueVersion: number;
}

/** Counts one day at a time, unlike the product, to find out independently what must be sent. */
function ruleFor(dueOn: CivilDate, today: CivilDate): string | undefined {
  let left = 0;
  for (let day = today; day < dueOn; day = addDays(day, 1))
    left += calendar.isWorkingDay(addDays(day, 1)) ? 1 : 0;
  for (let day = dueOn; day < today; day = addDays(day, 1))
    left -= calendar.isWorkingDay(addDays(day, 1)) ? 1 : 0;
  if (left < 0) return 'overdue-1';
  return [0, 1, 3, 7].map((offset) => (left <= offset ? `before-${offset}` : undefined)).find((rule) => rule);
}

function isAlive(server: SpawnedServer): boolean {
  try {
    return process.kill(server.pid, 0);
  } catch {
    return false;
  }
}

describe('server processes on one database', () => {
  let office: Office;
  let sink: SmtpSink;
  let folder: string;
  const running = new Set<SpawnedServer>();

  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 08:00' });
    sink = await startSmtpSink();
    folder = mkdtempSync(join(tmpdir(), 'junheng-clock-'));
    setClock('2022-09-15 08:00');
  });
  afterEach(async () => {
    await Promise.all([...running].map((server) => server.kill9()));
    running.clear();
    await sink.close();
    await office.close();
    rmSync(folder, { recursive: true });
  });

  const clockFile = (): string => join(folder, 'clock');
  /** @param now Beijing time */
  const setClock = (now: string): void => {
    office.setNow(now);
    writeClock(clockFile(), office.clock.now());
  };

  async function start(environment: Record<string, string> = {}): Promise<SpawnedServer> {
    const server = await spawnServer({
      databaseUrl: office.database.url,
      // One installation: of a second folder the database would take itself for a copy.
      dataDir: folder,
      env: {
        JUNHENG_TEST_CLOCK: clockFile(),
        SMTP_URL: sink.url,
        JUNHENG_ORIGIN: 'https://jh.example.gov.cn',
        MAIL_FROM: 'junheng@example.gov.cn',
        LOG_LEVEL: 'error',
        ...environment,
      },
    });
    running.add(server);
    return server;
  }
  async function kill(server: SpawnedServer): Promise<void> {
    running.delete(server);
    await server.kill9();
  }

  async function until(condition: () => Promise<boolean> | boolean, within = 20_000): Promise<void> {
    const end = performance.now() + within;
    while (!(await condition())) {
      if (performance.now() > end) throw new Error(`waited in vain for ${condition.toString()}`);
      await delay(25);
    }
  }
  const none = async (sql: string, parameters: unknown[] = []): Promise<boolean> =>
    (await office.query(sql, parameters)).length === 0;
  const drained = (): Promise<boolean> =>
    none(`SELECT 1 FROM outbox_message WHERE status IN ('queued', 'sending')`);

  it('R-11 T01 over 18 slots no message comes twice and none is missing, whichever process is alive', async () => {
    const units = await Promise.all(['市财政局', '市教育局', '市人社局'].map((name) => office.addUnit(name)));
    const people = new Map<string, string[]>();
    for (const unitId of units) {
      const pair = [
        await office.addPerson({ name: '承办', role: 'handler', unitId }),
        await office.addPerson({ name: '负责', role: 'head', unitId }),
      ];
      people.set(unitId, pair);
    }
    const supervisor = await office.addPerson({ name: '督查', role: 'supervision_office' });
    const tasks: OpenTask[] = [];
    const addTask = async (step: number, dueOn: CivilDate): Promise<void> => {
      const [lead = '', support = ''] = [units[step % 3], units[(step + 1) % 3]];
      const id = await office.addTask({ lead, dueOn, supports: step % 2 === 0 ? [support] : [] });
      const reached = [...(people.get(lead) ?? []), ...(step % 2 === 0 ? (people.get(support) ?? []) : [])];
      tasks.push({ id, people: reached, dueOn, dueVersion: 1 });
    };
    const expected = new Set<string>();
    const expectedMessages = new Set<string>();
    const recorded = new Set<string>();
    const expectSlot = (today: CivilDate, slot: string): void => {
      for (const task of tasks) {
        const rule = ruleFor(task.dueOn, today);
        for (const person of rule ? task.people : []) {
          const key = `${task.id} ${person} ${task.dueVersion} ${rule}`;
          if (recorded.has(key)) continue;
          recorded.add(key);
          expected.add(key);
          expectedMessages.add(`${slot} ${person}`);
        }
      }
      if (tasks.some((task) => task.dueOn < today)) expectedMessages.add(`${today} ${supervisor}`);
    };

    const [killed, second] = await Promise.all([start(), start()]);
    let first = killed;
    // Six slots a day over three working days; 2022-09-17 and 18 are a weekend.
    const days = ['2022-09-15', '2022-09-16', '2022-09-19'].map(civilDate);
    const slots = days.flatMap((day) =>
      Array.from({ length: 6 }, (_, index) => ({
        day,
        time: `${9 + Math.floor(index / 2)}:${index % 2 ? '35' : '00'}`.padStart(5, '0'),
      })),
    );
    for (const [step, { day, time }] of slots.entries()) {
      await addTask(step, addDays(day, (step * 5) % 13));
      const moved = tasks[(step * 7) % tasks.length];
      if (step % 4 === 3 && moved) {
        moved.dueOn = addDays(day, step % 3);
        moved.dueVersion += 1;
        await office.changeTask(moved.id, { action: 'edit', state: 'signed', dueOn: moved.dueOn });
      }
      expectSlot(day, `${day}T${time}`);
      setClock(`${day} ${time}`);
      await until(
        async () =>
          !(await none(`SELECT 1 FROM job_run WHERE job = 'reminders' AND slot = $1`, [`${day}T${time}`])),
      );
      await until(
        async () => !(await none(`SELECT 1 FROM job_run WHERE job = 'overdue_report' AND slot = $1`, [day])),
      );
      await until(drained);
      // Either process carries on alone, and the other one may come back.
      if (step === 7) await kill(first);
      if (step === 12) first = await start();
      if (step === 15) await kill(second);
    }

    const sent = await office.query<{ key: string }>(
      `SELECT task_id || ' ' || account_id || ' ' || due_version || ' ' || rule AS key FROM reminder WHERE outcome = 'queued'`,
    );
    expect(new Set(sent.map((row) => row.key))).toEqual(expected);
    expect(sent).toHaveLength(expected.size);
    const written = await office.query<{ id: string; status: string; key: string }>(
      `SELECT m.id, m.status, split_part(m.dedup_key, '/', 2) || ' ' || m.account_id AS key FROM outbox_message m`,
    );
    expect(new Set(written.map((row) => row.key))).toEqual(expectedMessages);
    expect(written).toHaveLength(expectedMessages.size);
    expect(new Set(written.map((row) => row.status))).toEqual(new Set(['sent']));
    expect(sink.received.map((mail) => mail.messageId).toSorted()).toEqual(
      written.map((row) => `<ob-${row.id}@jh.example.gov.cn>`).toSorted(),
    );
    const rows = await office.query<{ job: string; runs: number }>(
      `SELECT job, count(*)::int AS runs FROM job_run GROUP BY job ORDER BY job`,
    );
    const runs = Object.fromEntries(rows.map(({ job, runs: count }) => [job, count]));
    // The story waits for these two; a job before them in a tick may find that the clock has moved on, and makes up for it.
    expect(runs).toMatchObject({ reminders: 18, overdue_report: 3 });
    expect(runs['escalation']).toBeLessThanOrEqual(18);
    expect(runs['ladder_check']).toBeLessThanOrEqual(5);
    expect(runs['recurring_work']).toBeLessThanOrEqual(18);
  }, 240_000);

  async function queueMessages(count: number): Promise<void> {
    const unit = await office.addUnit('市财政局');
    const account = await office.addPerson({ name: '钱承办', role: 'handler', unitId: unit });
    // Far away, so that no reminder of its own is planned.
    const task = await office.addTask({ lead: unit, dueOn: '2022-12-30' });
    await office.query(
      `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, account_id, recipient_name, recipient_address,
         subject, body, task_ids, status, created_at)
       SELECT $1, gen_random_uuid(), 'reminder_digest', n::text, $2, '钱承办', 'q@example.gov.cn', '提醒', '正文',
         ARRAY[$3::uuid], 'queued', $4
       FROM generate_series(1, $5) n`,
      [office.campaignId, account, task, new Date(office.clock.now()), count],
    );
  }
  const states = async (): Promise<string[]> =>
    (await office.query<{ status: string }>(`SELECT status FROM outbox_message`)).map((row) => row.status);

  it.each([
    ['R-18 killed before the mail server is asked: sent once', 'before-smtp', 0, 1],
    [
      'R-17 T08 killed between acceptance and status write: that mail twice, under one Message-ID',
      'after-smtp',
      1,
      2,
    ],
  ])(
    '%s',
    async (_, point, before, after) => {
      await queueMessages(1);
      const dying = await start({ FAULT: `${point}:1:kill9` });
      setClock('2022-09-15 09:00');
      await until(() => !isAlive(dying));
      await kill(dying);
      expect(sink.received).toHaveLength(before);
      expect(await states()).toEqual(['sending']);
      const survivor = await start();
      await delay(600);
      expect(await states()).toEqual(['sending']);
      setClock('2022-09-15 09:02');
      await until(drained);
      expect(await states()).toEqual(['sent']);
      await delay(600);
      expect(sink.received).toHaveLength(after);
      expect(new Set(sink.received.map((mail) => mail.messageId)).size).toBe(1);
      await kill(survivor);
    },
    60_000,
  );

  it('T08 killed three times while 120 mails go out: none lost, doubles only of what was under way', async () => {
    await queueMessages(120);
    setClock('2022-09-15 09:00');
    for (const [round, enough] of [13, 47, 90].entries()) {
      const dying = await start();
      await until(() => sink.received.length >= enough);
      await kill(dying);
      setClock(`2022-09-15 09:0${2 * (round + 1)}`);
    }
    await start();
    await until(drained, 40_000);
    expect(new Set(await states())).toEqual(new Set(['sent']));
    const ids = sink.received.map((mail) => mail.messageId);
    expect(new Set(ids).size).toBe(120);
    expect(ids.length).toBeLessThanOrEqual(120 + 3 * workers);
  });

  it('SIGTERM stops a process that is sending, and nothing is lost', async () => {
    await queueMessages(30);
    sink.mode('hang');
    const stopping = await start();
    setClock('2022-09-15 09:00');
    await until(async () => (await states()).includes('sending'));
    running.delete(stopping);
    const startedAt = performance.now();
    expect(await stopping.stop()).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(await states()).not.toContain('sending');
    sink.mode('accept');
    await start();
    setClock('2022-09-15 09:10');
    await until(async () => new Set(await states()).size === 1 && (await states())[0] === 'sent');
    expect(new Set(sink.received.map((mail) => mail.messageId)).size).toBe(30);
  });
});
