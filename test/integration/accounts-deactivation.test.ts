import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addCampaign, addTask, type SmallCampaign } from './accounts-campaign.js';
import {
  addAccount,
  type Answer,
  goodPassword,
  type Instance,
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

describe('R-83 deactivating contacts', () => {
  const unitWith = async (unitId: string, ...logins: string[]): Promise<string[]> => {
    const ids: string[] = [];
    for (const login of logins)
      ids.push(await addAccount(instance, { login, membership: handlerOf(unitId) }));
    return ids;
  };
  const deactivate = (id: string | undefined, handOverTo?: string): Promise<Answer> =>
    call('POST', `/accounts/${id}/deactivation`, { version: 1, ...(handOverTo ? { handOverTo } : {}) });

  test('R-83 the last contact of a unit with open tasks, as lead or support, is kept, and the tasks are listed', async () => {
    const own = await addCampaign(instance);
    const membership = { campaignId: own.campaignId, role: 'head' as const, unitId: own.finance };
    const last = await addAccount(instance, { login: 'last-contact', membership });
    const task = { createdBy: rootId, lead: own.education };
    const support = { unitId: own.finance, state: 'signed' };
    const done = { unitId: own.finance, state: 'completed' };
    await addTask(instance, own.campaignId, { ...task, seq: 1, title: '别人的', state: 'signed' });
    await addTask(instance, own.campaignId, {
      ...task,
      seq: 2,
      title: '草稿',
      state: 'draft',
      lead: own.finance,
    });
    await addTask(instance, own.campaignId, {
      ...task,
      seq: 3,
      title: '已销号',
      state: 'closed',
      lead: own.finance,
    });
    await addTask(instance, own.campaignId, {
      ...task,
      seq: 4,
      title: '已配合',
      state: 'signed',
      support: done,
    });
    const lead = await addTask(instance, own.campaignId, {
      ...task,
      seq: 5,
      title: '牵头',
      state: 'suspended',
      lead: own.finance,
    });
    const helped = await addTask(instance, own.campaignId, {
      ...task,
      seq: 6,
      title: '配合',
      state: 'in_review',
      support,
    });
    const refused = await deactivate(last);
    expect(refused).toMatchObject({ status: 422, body: { code: 'last_contact' } });
    expect(refused.body['tasks']).toEqual([
      { id: lead, number: expect.stringMatching(/0005$/), title: '牵头' },
      { id: helped, number: expect.stringMatching(/0006$/), title: '配合' },
    ]);
    const moved = await call('PATCH', `/accounts/${last}`, { version: 1, membership: null });
    expect(moved.body['code']).toBe('last_contact');
    expect(await instance.query(`SELECT active, version FROM account WHERE id = $1`, [last])).toEqual([
      { active: true, version: 1 },
    ]);

    const successor = await addAccount(instance, { login: 'successor' });
    const cookie = await instance.cookieOf('successor');
    expect((await deactivate(last, successor)).body).toMatchObject({
      active: false,
      membership: { role: 'head' },
    });
    expect((await call('GET', '/session', undefined, cookie)).status).toBe(401);
    expect((await instance.signIn('successor', goodPassword)).body).toMatchObject({
      campaigns: [{ id: own.campaignId, role: 'handler', unit: { id: own.finance } }],
    });
  });

  test('R-83 another active contact, or no open task: no successor is needed', async () => {
    const [one, two] = await unitWith(campaign.finance, 'finance-one', 'finance-two');
    await addTask(instance, campaign.campaignId, {
      seq: 11,
      title: '拨付经费',
      state: 'assigned',
      lead: campaign.finance,
      createdBy: rootId,
    });
    expect((await deactivate(one)).status).toBe(200);
    await instance.query(`UPDATE account SET active = false WHERE login = 'lihua'`);
    expect((await deactivate(two)).body['code']).toBe('last_contact');
    const [idle] = await unitWith(campaign.education, 'education-one');
    expect((await deactivate(idle)).status).toBe(200);
  });

  test('R-83 two last contacts who are deactivated at once: one stays', async () => {
    const own = await addCampaign(instance);
    const membership = { campaignId: own.campaignId, role: 'handler' as const, unitId: own.finance };
    const ids = [
      await addAccount(instance, { login: 'race-one', membership }),
      await addAccount(instance, { login: 'race-two', membership }),
    ];
    await addTask(instance, own.campaignId, {
      seq: 1,
      title: '任务',
      state: 'signed',
      lead: own.finance,
      createdBy: rootId,
    });
    const answers = await Promise.all(ids.map((id) => deactivate(id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  test('R-83 nobody inactive, of an office, or needed elsewhere can take over; nor the person themselves', async () => {
    const own = await addCampaign(instance);
    const place = (role: 'handler' | 'supervision_office', unitId: string | null) => ({
      campaignId: own.campaignId,
      role,
      unitId,
    });
    const leaving = await addAccount(instance, {
      login: 'leaving',
      membership: place('handler', own.finance),
    });
    const gone = await addAccount(instance, { login: 'gone' });
    await instance.query(`UPDATE account SET active = false WHERE id = $1`, [gone]);
    const inspector = await addAccount(instance, {
      login: 'inspector',
      membership: place('supervision_office', null),
    });
    const needed = await addAccount(instance, {
      login: 'needed',
      membership: place('handler', own.education),
    });
    const task = { title: '任务', state: 'signed', createdBy: rootId };
    await addTask(instance, own.campaignId, { ...task, seq: 1, lead: own.finance });
    await addTask(instance, own.campaignId, { ...task, seq: 2, lead: own.education });
    for (const successor of [leaving, gone, inspector]) {
      expect((await deactivate(leaving, successor)).body['code']).toBe('rule_refused');
    }
    expect((await deactivate(leaving, needed)).body['code']).toBe('last_contact');
  });

  test('R-83 the history of a deactivated person stays; reactivation lets them in again', async () => {
    const [id] = await unitWith(campaign.education, 'comes-back');
    const left = await deactivate(id);
    expect(left.body).toMatchObject({
      active: false,
      version: 2,
      membership: { unit: { shortName: '教育局' } },
    });
    expect((await instance.signIn('comes-back', goodPassword)).status).toBe(401);
    const twice = await call('POST', `/accounts/${id}/deactivation`, { version: 2 });
    expect(twice.body['code']).toBe('stale_version');
    const back = await call('POST', `/accounts/${id}/reactivation`, { version: 2 });
    expect(back.body).toMatchObject({ active: true, version: 3 });
    expect((await instance.signIn('comes-back', goodPassword)).status).toBe(200);
    expect((await auditsOf(id ?? '')).map(({ action }) => action)).toEqual([
      'account_deactivated',
      'account_reactivated',
    ]);
  });
});

describe('the last administrator', () => {
  test('stays, also when two deactivate each other at once', async () => {
    expect(await call('POST', `/accounts/${rootId}/deactivation`, { version: 1 })).toMatchObject({
      status: 422,
      body: { code: 'rule_refused' },
    });
    const second = await addAccount(instance, { login: 'second-root', administrator: true });
    const cookie = await instance.cookieOf('second-root');
    const answers = await Promise.all([
      call('POST', `/accounts/${rootId}/deactivation`, { version: 1 }, cookie),
      call('POST', `/accounts/${second}/deactivation`, { version: 1 }, root),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      await instance.query(`SELECT count(*)::int AS n FROM account WHERE administrator AND active`),
    ).toEqual([{ n: 1 }]);
  });
});
