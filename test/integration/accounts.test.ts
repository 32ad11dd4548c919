import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPassword } from '../../apps/server/src/features/accounts/accounts.module.js';
import { addCampaign, type SmallCampaign } from './accounts-campaign.js';
import {
  addAccount,
  type Answer,
  goodPassword,
  type Instance,
  minute,
  TestInstallation,
} from './accounts-instance.js';

let installation: TestInstallation;
let instance: Instance;
let campaign: SmallCampaign;
let rootId: string;
let root: string;

beforeAll(async () => {
  installation = await TestInstallation.create();
  instance = await installation.start();
  campaign = await addCampaign(instance);
  rootId = await addAccount(instance, { login: 'root', administrator: true });
  root = await instance.cookieOf('root');
});
afterAll(() => installation.close());

const call = (method: string, path: string, body?: unknown, cookie = root): Promise<Answer> =>
  instance.call(method, path, { cookie, body });
const handlerOf = (unitId: string) => ({ campaignId: campaign.campaignId, role: 'handler' as const, unitId });
const auditsOf = (target: string): Promise<{ action: string; outcome: string; account_id: string }[]> =>
  instance.query(`SELECT action, outcome, account_id FROM audit_event WHERE target = $1 ORDER BY id`, [
    target,
  ]);

describe('creating accounts', () => {
  test('T33 the first password is shown once, must be changed, and until then opens nothing else', async () => {
    const created = await call('POST', '/accounts', {
      login: 'lihua',
      name: '李华',
      email: 'lihua@xinmi.gov.cn',
      membership: handlerOf(campaign.finance),
    });
    expect(created.status).toBe(201);
    const { account, initialPassword } = created.body as { account: { id: string }; initialPassword: string };
    expect(account).toMatchObject({
      login: 'lihua',
      mustChangePassword: true,
      membership: { role: 'handler', unit: { name: '市财政局', shortName: '财政局' } },
    });
    const cookie = await instance.cookieOf('lihua', initialPassword);
    const path = `/campaigns/${campaign.campaignId}`;
    expect(await call('GET', path, undefined, cookie)).toMatchObject({
      status: 403,
      body: { code: 'password_change_required' },
    });
    expect((await call('GET', '/session', undefined, cookie)).body).toMatchObject({
      mustChangePassword: true,
      campaigns: [{ role: 'handler', desk: 'handling', unit: { shortName: '财政局' } }],
    });
    const weak = await call('PUT', '/session/password', { current: initialPassword, next: 'lihua' }, cookie);
    expect(weak).toMatchObject({ status: 422, body: { code: 'weak_password' } });
    expect(weak.body['errors']).toHaveLength(3);
    const same = { current: initialPassword, next: initialPassword };
    expect((await call('PUT', '/session/password', same, cookie)).body['code']).toBe('weak_password');
    const good = { current: initialPassword, next: goodPassword };
    const changed = await call('PUT', '/session/password', good, cookie);
    expect(changed.body).toMatchObject({ mustChangePassword: false });
    expect((await call('GET', path, undefined, changed.cookie)).status).toBe(200);
    expect(await auditsOf(account.id)).toMatchObject([
      { action: 'account_created', account_id: rootId },
      { action: 'password_changed', account_id: account.id },
    ]);
  });

  test('a login name is unique in whatever case, and not free again after deactivation', async () => {
    const id = await addAccount(instance, { login: 'Used.Once' });
    await call('POST', `/accounts/${id}/deactivation`, { version: 1 });
    const again = await call('POST', '/accounts', { login: 'used.once', name: '另一人' });
    expect(again).toMatchObject({ status: 422, body: { code: 'login_taken' } });
  });

  test('two administrators who create the same login at once: one account', async () => {
    const answers = await Promise.all(
      ['twin', 'TWIN'].map((login) => call('POST', '/accounts', { login, name: '双胞胎' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  });

  test.each([
    ['line break in the address', { email: 'a@b.cn\r\nBcc: c@d.cn' }, '/email'],
    ['two addresses', { email: 'a@b.cn,c@d.cn' }, '/email'],
    ['display name', { email: '甲 <a@b.cn>' }, '/email'],
    ['login with a space', { login: 'a b c' }, '/login'],
    ['line break in the name', { name: '甲\n乙' }, '/name'],
    ['blank name', { name: ' ' }, '/name'],
    ['unknown role', { membership: { campaignId: '{c}', role: 'administrator' } }, '/membership/role'],
  ])('refused as malformed: %s', async (_, fields, pointer) => {
    const body = JSON.parse(
      JSON.stringify({ login: 'somebody', name: '某人', ...fields }).replace('{c}', campaign.campaignId),
    ) as unknown;
    const { status, body: problem } = await call('POST', '/accounts', body);
    expect(status).toBe(400);
    expect(problem['errors']).toEqual([expect.objectContaining({ pointer })]);
  });

  test('T30 fields nobody asked for are refused, not ignored', async () => {
    const body = { login: 'sneaky', name: '某人', active: true, demo: true, passwordHash: 'x' };
    expect((await call('POST', '/accounts', body)).status).toBe(400);
  });

  test('a unit of another campaign, a handler without unit: refused', async () => {
    const other = await addCampaign(instance);
    for (const membership of [
      handlerOf(other.finance),
      { campaignId: campaign.campaignId, role: 'head' },
      { ...handlerOf(campaign.finance), unitLeader: true },
      { campaignId: rootId, role: 'supervision_office' },
    ]) {
      const answer = await call('POST', '/accounts', { login: 'misplaced', name: '某人', membership });
      expect(answer).toMatchObject({ status: 422, body: { code: 'rule_refused' } });
    }
    expect(await instance.query(`SELECT 1 FROM account WHERE login = 'misplaced'`)).toEqual([]);
  });
});

describe('who may administer accounts', () => {
  test('R-80 only administrators; each refusal is one row in the audit log, one a minute at most', async () => {
    const membership = { campaignId: campaign.campaignId, role: 'government_office' as const, unitId: null };
    const id = await addAccount(instance, { login: 'office', membership });
    const cookie = await instance.cookieOf('office');
    const deniedRows = (): Promise<{ action: string }[]> =>
      instance.query(
        `SELECT action FROM audit_event WHERE account_id = $1 AND outcome = 'denied' ORDER BY id`,
        [id],
      );
    const path = '/api/v1/accounts';
    for (let round = 0; round < 3; round += 1) {
      expect((await call('GET', '/accounts', undefined, cookie)).status).toBe(403);
    }
    expect((await call('POST', '/accounts', { login: 'mine', name: '我' }, cookie)).status).toBe(403);
    await Promise.all(Array.from({ length: 8 }, () => call('GET', '/settings', undefined, cookie)));
    expect(await deniedRows()).toMatchObject([
      { action: `GET ${path}` },
      { action: `POST ${path}` },
      { action: 'GET /api/v1/settings' },
    ]);
    installation.clock.advance(minute);
    await call('GET', '/accounts', undefined, cookie);
    expect(await deniedRows()).toHaveLength(4);
  });

  test('R-81 an administrator without membership sees no campaign; strangers get 404 for it', async () => {
    expect((await call('GET', '/session')).body).toMatchObject({ campaigns: [] });
    expect((await call('GET', `/campaigns/${campaign.campaignId}`)).status).toBe(404);
  });

  test('nobody signed in: 401', async () => {
    expect((await instance.call('GET', '/accounts')).status).toBe(401);
    expect((await instance.call('GET', '/accounts', { cookie: '__Host-sid=forged' })).status).toBe(401);
  });
});

describe('listing accounts', () => {
  test('pages of fifty by login name, found by login, name and unit', async () => {
    for (let n = 0; n < 60; n += 1) {
      await instance.query(
        `INSERT INTO account (id, login, name, password_hash, created_at)
         VALUES (gen_random_uuid(), $1, '翻页甲', 'x', now())`,
        [`Page${String(n).padStart(2, '0')}`],
      );
    }
    const first = (await call('GET', '/accounts?q=page')).body as {
      items: { login: string }[];
      next: string;
    };
    expect(first).toMatchObject({ total: 60, items: { length: 50 } });
    const rest = await call('GET', `/accounts?q=page&after=${first.next}`);
    expect(rest.body).toMatchObject({ total: 60, items: { length: 10 }, next: null });
    const logins = [...first.items, ...(rest.body['items'] as { login: string }[])].map(({ login }) => login);
    expect(logins).toEqual(Array.from({ length: 60 }, (_, n) => `Page${String(n).padStart(2, '0')}`));
    expect((await call('GET', `/accounts?q=${encodeURIComponent('翻页甲')}`)).body['total']).toBe(60);
    expect((await call('GET', `/accounts?q=${encodeURIComponent('财政局')}`)).body).toMatchObject({
      items: [{ login: 'lihua' }],
    });
    expect((await call('GET', '/accounts?q=%25')).body['total']).toBe(0);
  });
});

describe('T12 changes meet the version they were made for', () => {
  test('T12 of two changes at once one wins and the other is told', async () => {
    const id = await addAccount(instance, { login: 'contested' });
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((name) => call('PATCH', `/accounts/${id}`, { version: 1, name })),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ body }) => body['code'] === 'stale_version')).toHaveLength(2);
    expect(await instance.query(`SELECT name, version FROM account WHERE id = $1`, [id])).toEqual([
      { name: won[0]?.body['name'], version: 2 },
    ]);
  });

  test('only what was sent is changed; null takes the address and the membership away', async () => {
    const membership = handlerOf(campaign.education);
    const id = await addAccount(instance, { login: 'partial', membership });
    const renamed = await call('PATCH', `/accounts/${id}`, { version: 1, name: '新名' });
    expect(renamed.body).toMatchObject({
      name: '新名',
      email: 'partial@example.gov.cn',
      membership: { role: 'handler' },
    });
    const emptied = await call('PATCH', `/accounts/${id}`, { version: 2, email: null, membership: null });
    expect(emptied.body).toMatchObject({ name: '新名', email: null, membership: null, version: 3 });
  });

  test('R-45 a head is marked as 主要负责人 of the unit on record, stays signed in, and is it no longer elsewhere', async () => {
    const membership = { ...handlerOf(campaign.education), role: 'head' as const };
    const id = await addAccount(instance, { login: 'chief', membership });
    const cookie = await instance.cookieOf('chief');
    const mark = (version: number, choice: object) =>
      call('PATCH', `/accounts/${id}`, { version, membership: { ...membership, ...choice } });
    expect((await mark(1, { unitLeader: true })).body).toMatchObject({ membership: { unitLeader: true } });
    expect((await mark(2, {})).body).toMatchObject({ membership: { unitLeader: true } });
    expect((await call('GET', '/session', undefined, cookie)).status).toBe(200);
    expect((await mark(3, { unitId: campaign.finance })).body).toMatchObject({
      membership: { unitLeader: false },
    });
    const audits = await instance.query<{ detail: object }>(
      `SELECT detail FROM audit_event WHERE target = $1 AND action = 'role_changed' ORDER BY id`,
      [id],
    );
    expect(audits).toMatchObject([
      { detail: { before: [{ unitLeader: false }], after: { role: 'head', unitLeader: true } } },
      { detail: { before: [{ unitLeader: true }], after: { unitLeader: false } } },
    ]);
  });

  test('an account that is not there: 404', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect((await call('PATCH', `/accounts/${nowhere}`, { version: 1, name: '甲' })).status).toBe(404);
    expect((await call('POST', `/accounts/${nowhere}/password-reset`)).status).toBe(404);
    expect((await call('POST', `/accounts/${nowhere}/deactivation`, { version: 1 })).status).toBe(404);
    expect((await call('POST', '/accounts/no-id/password-reset')).status).toBe(404);
  });
});

describe('resetting a password', () => {
  test('it unlocks the login name and asks for a new password', async () => {
    const id = await addAccount(instance, { login: 'forgetful' });
    for (let round = 0; round < 5; round += 1) await instance.signIn('forgetful', 'wrong');
    expect((await instance.signIn('forgetful', goodPassword)).status).toBe(429);
    const { status, body } = await call('POST', `/accounts/${id}/password-reset`);
    expect(status).toBe(200);
    expect((await instance.signIn('forgetful', goodPassword)).status).toBe(401);
    const signedIn = await instance.signIn('forgetful', body['initialPassword'] as string);
    expect(signedIn).toMatchObject({ status: 200, body: { mustChangePassword: true } });
  });

  test('demo accounts keep their password: nobody may lock the others out', async () => {
    const id = await addAccount(instance, { login: 'demo-user' });
    await instance.query(`UPDATE account SET demo = true WHERE id = $1`, [id]);
    const cookie = await instance.cookieOf('demo-user');
    const change = { current: goodPassword, next: 'Xin-ma3-shui' };
    expect((await call('PUT', '/session/password', change, cookie)).status).toBe(422);
    expect((await call('POST', `/accounts/${id}/password-reset`)).status).toBe(422);
    const instanceView = await instance.call('GET', '/instance');
    expect(instanceView.body).toMatchObject({
      demo: true,
      demoAccounts: [{ login: 'demo-user', password: demoPassword }],
    });
    await instance.query(`UPDATE account SET active = false WHERE id = $1`, [id]);
    expect((await instance.call('GET', '/instance')).body).toMatchObject({ demo: false, demoAccounts: [] });
  });
});
