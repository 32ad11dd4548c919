import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addAccount, type Answer, type Instance, minute, TestInstallation } from './accounts-instance.js';

let installation: TestInstallation;
let instance: Instance;
let root: string;

beforeAll(async () => {
  installation = await TestInstallation.create();
  instance = await installation.start({ SMTP_URL: 'smtp://sender:s3cret@mail.example.gov.cn:2525' });
  await addAccount(instance, { login: 'root', administrator: true });
  root = await instance.cookieOf('root');
});
afterAll(() => installation.close());

const setExercise = (date: unknown, on = instance): Promise<Answer> =>
  on.call('PUT', '/settings/exercise', { cookie: root, body: { date } });

describe('settings', () => {
  test('they tell the state of mail, calendar and campaigns, and never the mail password', async () => {
    await instance.query(`INSERT INTO calendar_year (year, notice) VALUES (2025, '国办发明电〔2024〕12号')`);
    const { status, body } = await instance.call('GET', '/settings', { cookie: root });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      today: '2026-03-05',
      exerciseDate: null,
      exerciseFixed: false,
      mail: { configured: true, host: 'mail.example.gov.cn:2525', from: '均衡 <junheng@localhost>' },
      scheduler: { enabled: false, lastBeatAt: null, stale: false },
      calendar: [
        { year: 2025, notice: '国办发明电〔2024〕12号', published: true },
        { year: 2026, notice: null, published: false },
        { year: 2027, notice: null, published: false },
      ],
      campaigns: [],
    });
    expect(JSON.stringify(body)).not.toMatch(/s3cret|sender/);
  });

  test('R-42 a scheduler that should run and has missed two beats is stale', async () => {
    const scheduling = await installation.start({ JUNHENG_SCHEDULER: 'on' });
    const scheduler = async (): Promise<unknown> =>
      (await scheduling.call('GET', '/settings', { cookie: root })).body['scheduler'];
    const beatAt = new Date(installation.clock.now());
    await instance.query(
      `INSERT INTO scheduler_heartbeat (name, beat_at) VALUES ('scheduler', $1)
       ON CONFLICT (name) DO UPDATE SET beat_at = EXCLUDED.beat_at`,
      [beatAt],
    );
    expect(await scheduler()).toEqual({ enabled: true, lastBeatAt: beatAt.toISOString(), stale: false });
    installation.clock.advance(2 * minute);
    expect(await scheduler()).toMatchObject({ stale: true });
  });
});

describe('the exercise date', () => {
  test('it moves business time for everybody and is noted; sessions go on by the real clock', async () => {
    const set = await setExercise('2022-06-30');
    expect(set).toMatchObject({ status: 200, body: { today: '2022-06-30', exerciseDate: '2022-06-30' } });
    expect(set.body['businessNow']).toBe('2022-06-30T01:00:00.000Z');
    expect((await instance.call('GET', '/instance')).body).toMatchObject({
      today: '2022-06-30',
      exerciseDate: '2022-06-30',
    });
    expect((await instance.call('GET', '/session', { cookie: root })).body['exerciseDate']).toBe(
      '2022-06-30',
    );
    expect((await setExercise(null)).body).toMatchObject({ today: '2026-03-05', exerciseDate: null });
    expect(
      await instance.query(
        `SELECT account_name, detail FROM audit_event WHERE action = 'exercise_date' ORDER BY id`,
      ),
    ).toEqual([
      { account_name: '姓名root', detail: { before: null, after: '2022-06-30' } },
      { account_name: '姓名root', detail: { before: '2022-06-30', after: null } },
    ]);
  });

  test.each(['2022-02-30', '30.6.2022', '', undefined, 5])('refused as malformed: %p', async (date) => {
    expect((await setExercise(date)).status).toBe(400);
  });

  test('JUNHENG_TODAY fixes it', async () => {
    const fixed = await installation.start({ JUNHENG_TODAY: '2022-09-15' });
    expect(await setExercise('2022-06-30', fixed)).toMatchObject({
      status: 422,
      body: { code: 'rule_refused', detail: expect.stringContaining('JUNHENG_TODAY') },
    });
    expect((await fixed.call('GET', '/settings', { cookie: root })).body).toMatchObject({
      today: '2022-09-15',
      exerciseFixed: true,
    });
  });
});

test.each([`UPDATE audit_event SET outcome = 'done'`, `DELETE FROM audit_event`, `TRUNCATE audit_event`])(
  'the audit log is append-only: %s is refused',
  async (statement) => {
    await expect(instance.query(statement)).rejects.toThrow(/append-only/);
  },
);
