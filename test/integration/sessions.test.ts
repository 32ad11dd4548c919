import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addCampaign, type SmallCampaign } from './accounts-campaign.js';
import {
  addAccount,
  goodPassword,
  hour,
  type Instance,
  minute,
  second,
  TestInstallation,
} from './accounts-instance.js';

let installation: TestInstallation;
let one: Instance;
let other: Instance;
let campaign: SmallCampaign;

beforeAll(async () => {
  installation = await TestInstallation.create();
  one = await installation.start();
  other = await installation.start();
  campaign = await addCampaign(one);
  await addAccount(one, { login: 'root', administrator: true });
});
afterAll(() => installation.close());

const statusOn = async (instance: Instance, cookie: string): Promise<number> =>
  (await instance.call('GET', '/session', { cookie })).status;

describe('T32 session life', () => {
  test('T32 the cookie is host-bound, secure, HttpOnly, Lax, 256 bits, and only its hash is stored', async () => {
    await addAccount(one, { login: 'cookie' });
    const { setCookie, body } = await one.signIn('Cookie', goodPassword);
    expect(setCookie).toMatch(/^__Host-sid=[\w-]{43};/);
    expect(new Set(setCookie?.split('; ').slice(1))).toEqual(
      new Set(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']),
    );
    const token = setCookie?.slice('__Host-sid='.length).split(';')[0];
    const rows = await one.query<{ id_hash: string }[]>(`SELECT id_hash FROM session`);
    expect(rows.map((row) => row.id_hash)).not.toContain(token);
    expect(body).toMatchObject({
      account: { login: 'cookie', administrator: false },
      mustChangePassword: false,
    });
  });

  test('T32 idle for 30 minutes ends a session, within a second', async () => {
    await addAccount(one, { login: 'idle' });
    const cookie = await one.cookieOf('idle');
    installation.clock.advance(30 * minute - second);
    expect(await statusOn(one, cookie)).toBe(200);
    installation.clock.advance(30 * minute - second);
    expect(await statusOn(one, cookie)).toBe(200);
    installation.clock.advance(30 * minute + second);
    expect(await statusOn(one, cookie)).toBe(401);
  });

  test('T32 twelve hours end a session that is in use, within a second', async () => {
    await addAccount(one, { login: 'absolute' });
    const cookie = await one.cookieOf('absolute');
    for (let used = 0; used < 12 * hour - 20 * minute; used += 20 * minute) {
      installation.clock.advance(20 * minute);
      expect(await statusOn(one, cookie)).toBe(200);
    }
    installation.clock.advance(20 * minute - second);
    expect(await statusOn(one, cookie)).toBe(200);
    installation.clock.advance(2 * second);
    expect(await statusOn(one, cookie)).toBe(401);
  });

  test('T32 a new sign-in gives a new id and ends the browser’s former session', async () => {
    await addAccount(one, { login: 'rotates' });
    const first = await one.cookieOf('rotates');
    const again = await one.call('POST', '/session', {
      cookie: first,
      body: { login: 'rotates', password: goodPassword },
    });
    expect(again.cookie).not.toBe(first);
    expect(await statusOn(one, first)).toBe(401);
    expect(await statusOn(one, again.cookie ?? '')).toBe(200);
  });

  test('T32 a session id chosen by somebody else is never taken over', async () => {
    await addAccount(one, { login: 'fixation' });
    const planted = '__Host-sid=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const { cookie } = await one.call('POST', '/session', {
      cookie: planted,
      body: { login: 'fixation', password: goodPassword },
    });
    expect(cookie).not.toBe(planted);
    expect(await statusOn(one, planted)).toBe(401);
  });

  test('T32 sign-out ends all sessions of the account on all instances at once', async () => {
    await addAccount(one, { login: 'leaves' });
    const [here, there] = [await one.cookieOf('leaves'), await other.cookieOf('leaves')];
    const signedOut = await one.call('DELETE', '/session', { cookie: here });
    expect(signedOut.status).toBe(204);
    expect(signedOut.setCookie).toMatch(/^__Host-sid=;/);
    expect([await statusOn(one, here), await statusOn(other, there)]).toEqual([401, 401]);
  });

  test('T32 changing the password ends all other sessions and keeps this browser signed in', async () => {
    await addAccount(one, { login: 'renews' });
    const [here, there] = [await one.cookieOf('renews'), await other.cookieOf('renews')];
    const changed = await one.call('PUT', '/session/password', {
      cookie: here,
      body: { current: goodPassword, next: 'Xin-ma3-shui' },
    });
    expect(changed.status).toBe(200);
    expect([await statusOn(one, here), await statusOn(other, there)]).toEqual([401, 401]);
    expect(await statusOn(other, changed.cookie ?? '')).toBe(200);
    expect((await one.signIn('renews', goodPassword)).status).toBe(401);
    expect((await one.signIn('renews', 'Xin-ma3-shui')).status).toBe(200);
  });

  test.each([
    ['password reset', 'POST', 'password-reset', () => undefined],
    ['deactivation', 'POST', 'deactivation', (version: number) => ({ version })],
    ['role change', 'PATCH', '', (version: number) => ({ version, membership: supervisor() })],
  ])(
    'T32 %s by an administrator ends the person’s sessions on all instances at once',
    async (_, method, tail, body) => {
      const login = `target-${tail || 'role'}`;
      const id = await addAccount(one, { login });
      const [here, there] = [await one.cookieOf(login), await other.cookieOf(login)];
      const [row] = await one.query<{ version: number }[]>(`SELECT version FROM account WHERE id = $1`, [id]);
      const answer = await one.call(method, `/accounts/${id}${tail && `/${tail}`}`, {
        cookie: await one.cookieOf('root'),
        body: body(row?.version ?? 0),
      });
      expect(answer.status).toBe(200);
      expect([await statusOn(one, here), await statusOn(other, there)]).toEqual([401, 401]);
    },
  );

  test('T32 reactivation does not bring an ended session back', async () => {
    const id = await addAccount(one, { login: 'returns' });
    const cookie = await one.cookieOf('returns');
    const root = await one.cookieOf('root');
    const left = await one.call('POST', `/accounts/${id}/deactivation`, {
      cookie: root,
      body: { version: 1 },
    });
    await one.call('POST', `/accounts/${id}/reactivation`, {
      cookie: root,
      body: { version: left.body['version'] },
    });
    expect(await statusOn(one, cookie)).toBe(401);
    expect((await one.signIn('returns', goodPassword)).status).toBe(200);
  });

  test('T32 a sign-in that meets a deactivation or a reset half-way leaves no session behind', async () => {
    const root = await one.cookieOf('root');
    for (let round = 0; round < 8; round += 1) {
      const id = await addAccount(one, { login: `racing${round}` });
      const end = round % 2 === 0 ? 'deactivation' : 'password-reset';
      const body = round % 2 === 0 ? { version: 1 } : undefined;
      const [ended, ...opened] = await Promise.all([
        other.call('POST', `/accounts/${id}/${end}`, { cookie: root, body }),
        one.signIn(`racing${round}`, goodPassword),
        other.signIn(`racing${round}`, goodPassword),
      ]);
      expect(ended.status).toBe(200);
      for (const { cookie } of opened) if (cookie) expect(await statusOn(one, cookie)).toBe(401);
    }
  });

  test('T32 sessions that have ended are removed from the table', async () => {
    installation.clock.advance(31 * minute);
    await addAccount(one, { login: 'tidy' });
    await one.cookieOf('tidy');
    expect(await one.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM session`)).toEqual([{ n: 1 }]);
  });

  test('an insecure intranet gives up the prefix and the Secure flag, nothing else', async () => {
    const plain = await installation.start({ JUNHENG_INSECURE_HTTP: '1' });
    const { setCookie } = await plain.signIn('root', goodPassword);
    expect(setCookie).toMatch(/^sid=[\w-]{43};/);
    expect(setCookie?.split('; ').slice(1).toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
  });
});

describe('T32 requests of other sites', () => {
  test('T32 every state-changing route refuses cross-site, foreign and unmarked requests', async () => {
    const routes = await stateChangingRoutes();
    expect(routes.length).toBeGreaterThan(8);
    const cookie = await one.cookieOf('root');
    const before = await tableHashes();
    for (const { method, path } of routes) {
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { 'sec-fetch-site': '', origin: 'https://evil.example' },
        { 'sec-fetch-site': '', origin: 'null' },
        { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
        { 'sec-fetch-site': '' },
      ]) {
        const { status, body } = await one.call(method, path, { cookie, body: {}, headers });
        expect({ method, path, headers, status, code: body['code'] }).toEqual({
          method,
          path,
          headers,
          status: 403,
          code: 'cross_site',
        });
      }
    }
    expect(await tableHashes()).toEqual(before);
  });

  test('T32 a request from our own page passes by its Origin alone', async () => {
    const { status } = await one.call('POST', '/session', {
      body: { login: 'root', password: goodPassword },
      headers: { 'sec-fetch-site': '', origin: `http://127.0.0.1:${one.port}` },
    });
    expect(status).toBe(200);
  });

  test('T32 reading every GET route changes no row', async () => {
    const { campaignId } = campaign;
    await addAccount(one, { login: 'crawler', administrator: true, membership: office(campaignId) });
    const cookie = await one.cookieOf('crawler');
    const before = await tableHashes();
    const seen: { path: string; status: number }[] = [];
    for (const { path } of (await routes()).filter(({ method }) => method === 'GET')) {
      const { status } = await one.call('GET', path.replace(nil, campaignId), { cookie });
      seen.push({ path, status });
    }
    expect(seen.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(4);
    expect(seen.filter(({ status }) => status >= 500)).toEqual([]);
    // What the crawler may not read is noted in the audit log, on purpose.
    expect({ ...(await tableHashes()), audit_event: '' }).toEqual({ ...before, audit_event: '' });
  });
});

const nil = '00000000-0000-0000-0000-000000000000';
const office = (campaignId: string) => ({ campaignId, role: 'government_office' as const, unitId: null });

function supervisor(): object {
  return { campaignId: campaign.campaignId, role: 'supervision_office' };
}

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every route of the API, from its own description, with ids filled in. */
async function routes(): Promise<Route[]> {
  const response = await fetch(`http://127.0.0.1:${one.port}/api/openapi.json`);
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith('/api/v1/')
      ? Object.keys(methods).map((method) => ({
          method: method.toUpperCase(),
          path: path.slice('/api/v1'.length).replaceAll(/\{\w+\}/g, nil),
        }))
      : [],
  );
}

async function stateChangingRoutes(): Promise<Route[]> {
  return (await routes()).filter(({ method }) => method !== 'GET');
}

/** One hash for each table's content. */
async function tableHashes(): Promise<Record<string, string>> {
  const tables = await one.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await one.query<{ hash: string }[]>(
      `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM "${name}" t`,
    );
    hashes[name] = row?.hash ?? '';
  }
  return hashes;
}
