import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { issueSetupCode } from '../../apps/server/src/features/accounts/accounts.module.js';
import {
  addAccount,
  type Answer,
  goodPassword,
  type Instance,
  minute,
  second,
  TestInstallation,
} from './accounts-instance.js';

let installation: TestInstallation;
let instance: Instance;
let code: string;

beforeEach(async () => {
  installation = await TestInstallation.create();
  instance = await installation.start();
  code = await issueSetupCode(instance.dataSource.manager, new Date(installation.clock.now()));
});
afterEach(() => installation.close());

const setUp = (fields: Record<string, unknown> = {}, address = '127.0.0.1'): Promise<Answer> =>
  instance.call('POST', '/setup', {
    address,
    body: { code, login: 'root', name: '王主任', password: goodPassword, packId: null, ...fields },
  });

describe('the first set-up', () => {
  test('an empty installation says so and offers its packs', async () => {
    expect((await instance.call('GET', '/instance')).body).toMatchObject({
      needsSetup: true,
      product: '均衡',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      today: '2026-03-05',
      exerciseDate: null,
      demo: false,
      demoAccounts: [],
      mailConfigured: false,
      packs: [{ id: 'xinmi', name: expect.any(String), place: expect.stringContaining('新密') }],
    });
  });

  test('the code from the console makes the first administrator, signed in, and is then used up', async () => {
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const done = await setUp({ code: code.toLowerCase().replaceAll('-', ' ') });
    expect(done).toMatchObject({
      status: 200,
      body: { account: { login: 'root', administrator: true }, mustChangePassword: false, campaigns: [] },
    });
    expect((await instance.call('GET', '/accounts', { cookie: done.cookie })).body['total']).toBe(1);
    expect((await instance.call('GET', '/instance')).body['needsSetup']).toBe(false);
    expect(await setUp({ login: 'second' })).toMatchObject({ status: 422, body: { code: 'setup_refused' } });
    expect(await instance.query(`SELECT 1 FROM instance_setting WHERE key = 'setup_code'`)).toEqual([]);
  });

  test('with a pack it also makes the campaign, in the same transaction', async () => {
    const done = await setUp({ packId: 'xinmi', campaignName: '新密市创建' });
    expect(done.status).toBe(200);
    const [row] = await instance.query<object[]>(
      `SELECT c.name, c.pack_id, (SELECT count(*)::int FROM unit WHERE campaign_id = c.id) AS units,
              (SELECT count(*)::int FROM membership) AS members FROM campaign c`,
    );
    expect(row).toEqual({ name: '新密市创建', pack_id: 'xinmi', units: 33, members: 0 });
  });

  test('when the campaign cannot be made there is no account either, and the code still works', async () => {
    await instance.query(`ALTER TABLE unit ADD CONSTRAINT no_units CHECK (false) NOT VALID`);
    expect((await setUp({ packId: 'xinmi' })).status).toBe(500);
    expect(await instance.query(`SELECT 1 FROM account UNION ALL SELECT 1 FROM campaign`)).toEqual([]);
    await instance.query(`ALTER TABLE unit DROP CONSTRAINT no_units`);
    expect((await setUp({ packId: 'xinmi' })).status).toBe(200);
  });

  test('two browsers with the code at once: one administrator', async () => {
    const answers = await Promise.all([setUp({ login: 'one' }), setUp({ login: 'two' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(await instance.query(`SELECT count(*)::int AS n FROM account`)).toEqual([{ n: 1 }]);
  });

  test('once any account exists the code opens nothing', async () => {
    await addAccount(instance, { login: 'by-command-line', administrator: true });
    expect(await setUp()).toMatchObject({ status: 422, body: { code: 'setup_refused' } });
  });

  test('a later code replaces the one before', async () => {
    const later = await issueSetupCode(instance.dataSource.manager, new Date(installation.clock.now()));
    expect((await setUp()).body['code']).toBe('setup_refused');
    expect((await setUp({ code: later })).status).toBe(200);
  });

  test('T31 the code cannot be guessed: five failures lock for 15 minutes, the right one included', async () => {
    for (let round = 0; round < 5; round += 1) {
      const wrong = await setUp({ code: 'AAAA-AAAA-AAAA' }, `127.0.0.${round + 2}`);
      expect(wrong).toMatchObject({ status: 422, body: { code: 'setup_refused' } });
    }
    expect(await setUp()).toMatchObject({ status: 429, body: { code: 'locked', retryAfterSeconds: 900 } });
    installation.clock.advance(15 * minute + second);
    expect((await setUp()).status).toBe(200);
  });

  test.each([
    ['a weak password', { password: 'root' }, 422, 'weak_password'],
    ['an unknown pack', { packId: 'nowhere' }, 400, 'malformed'],
    ['a path as pack', { packId: '../calendar' }, 400, 'malformed'],
    ['no pack field', { packId: undefined }, 400, 'malformed'],
  ])('refused: %s; the code still works', async (_, fields, status, problem) => {
    expect(await setUp(fields)).toMatchObject({ status, body: { code: problem } });
    expect((await setUp()).status).toBe(200);
  });

  test('T33 neither password nor code is found anywhere in the database', async () => {
    const canary = 'Kanarienvogel-77';
    await setUp({ password: canary });
    await instance.signIn('root', canary);
    await instance.signIn('root', `${canary}x`);
    await instance.signIn(canary, 'typed into the wrong field');
    await instance.call('PUT', '/session/password', {
      cookie: await instance.cookieOf('root', canary),
      body: { current: canary, next: `${canary}-neu` },
    });
    expect(await tablesHolding(canary)).toEqual([]);
    expect(await tablesHolding(code)).toEqual([]);
    expect(await tablesHolding(code.replaceAll('-', ''))).toEqual([]);
    expect(await tablesHolding('王主任')).toEqual(['account', 'audit_event']);
  });
});

/** Names of the tables in which a text occurs, in whatever column. */
async function tablesHolding(text: string): Promise<string[]> {
  const tables = await instance.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const rows = await instance.query<unknown[]>(
      `SELECT 1 FROM "${name}" t WHERE strpos(lower(t::text), lower($1)) > 0 LIMIT 1`,
      [text],
    );
    if (rows.length > 0) holding.push(name);
  }
  return holding;
}
