import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import type { CommandContext } from '../../apps/server/src/command-context.js';
import { readConfig } from '../../apps/server/src/config/read-config.js';
import { BusinessTime } from '../../apps/server/src/database/business-time.js';
import { FaultPoints } from '../../apps/server/src/database/fault-points.js';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import { registerUserCommands } from '../../apps/server/src/features/accounts/accounts.module.js';
import { addCampaign, type SmallCampaign } from './accounts-campaign.js';
import { addAccount, goodPassword, type Instance, TestInstallation } from './accounts-instance.js';

let installation: TestInstallation;
let instance: Instance;
let campaign: SmallCampaign;

beforeAll(async () => {
  installation = await TestInstallation.create();
  instance = await installation.start();
  campaign = await addCampaign(instance);
});
afterAll(() => installation.close());

/** Runs `junheng <words>` against the test's database and gives what it printed. */
async function run(...words: string[]): Promise<string> {
  const lines: string[] = [];
  const { dataSource } = instance;
  const time = new BusinessTime(installation.clock, undefined);
  const unitOfWork = new UnitOfWork(dataSource, time, new FaultPoints(undefined));
  const config = readConfig({}, '/nonexistent');
  const context: CommandContext = {
    print: (line) => void lines.push(line),
    complain: () => undefined,
    setExitCode: () => undefined,
    withRuntime: (use) => use({ config, clock: installation.clock, dataSource, time, unitOfWork }),
  };
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerUserCommands(program, context);
  await program.parseAsync(words, { from: 'user' });
  return lines.join('\n');
}

describe('user commands', () => {
  test('T33 user add prints the first password once; it must be changed', async () => {
    const printed = JSON.parse(
      await run(
        'user',
        'add',
        '--login',
        'zhang',
        '--name',
        '张工',
        '--role',
        'handler',
        '--unit',
        '新密市财政局',
        '--json',
      ),
    ) as { id: string; login: string; initialPassword: string };
    expect(printed.login).toBe('zhang');
    expect((await instance.signIn('zhang', printed.initialPassword)).body).toMatchObject({
      mustChangePassword: true,
      campaigns: [{ id: campaign.campaignId, role: 'handler', unit: { id: campaign.finance } }],
    });
    expect(
      await instance.query(`SELECT account_id, action FROM audit_event WHERE target = $1`, [printed.id]),
    ).toEqual([{ account_id: null, action: 'account_created' }]);
  });

  test('user add makes an administrator who can sign in with the printed password', async () => {
    const text = await run('user', 'add', '--login', 'root', '--name', '管理员', '--administrator');
    const password = /初始密码：(\S+)/.exec(text)?.[1] ?? '';
    expect((await instance.signIn('root', password)).body).toMatchObject({
      account: { administrator: true },
    });
  });

  test('R-45 user add marks the leader of a unit', async () => {
    await run(
      ...['user', 'add', '--login', 'zhuren', '--name', '某主任'],
      ...['--role', 'head', '--unit', '财政局', '--unit-leader'],
    );
    expect(
      await instance.query(
        `SELECT m.unit_leader FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login = 'zhuren'`,
      ),
    ).toEqual([{ unit_leader: true }]);
  });

  test('user reset replaces the password and unlocks', async () => {
    await addAccount(instance, { login: 'locked-out' });
    for (let round = 0; round < 5; round += 1) await instance.signIn('locked-out', 'wrong');
    const { initialPassword } = JSON.parse(await run('user', 'reset', 'LOCKED-OUT', '--json')) as {
      initialPassword: string;
    };
    expect((await instance.signIn('locked-out', goodPassword)).status).toBe(401);
    expect((await instance.signIn('locked-out', initialPassword)).status).toBe(200);
  });

  test.each([
    ['a unit that is not there', ['--role', 'handler', '--unit', '没有的局'], 'not_found'],
    ['a handler without unit', ['--role', 'handler'], 'rule_refused'],
    ['a handler as leader', ['--role', 'handler', '--unit', '财政局', '--unit-leader'], 'rule_refused'],
    ['a unit without role', ['--unit', '财政局'], 'malformed'],
    ['a bad address', ['--email', 'a@b.cn,c@d.cn'], 'malformed'],
    ['a campaign that is not there', ['--role', 'supervision_office', '--campaign', 'x'], 'not_found'],
  ])('refused: %s', async (_, options, code) => {
    await expect(run('user', 'add', '--login', 'nobody', '--name', '某人', ...options)).rejects.toMatchObject(
      { code },
    );
    expect(await instance.query(`SELECT 1 FROM account WHERE login = 'nobody'`)).toEqual([]);
  });

  test('with two campaigns the campaign must be named', async () => {
    await addCampaign(instance);
    const add = (login: string, ...options: string[]): Promise<string> =>
      run('user', 'add', '--login', login, '--name', '某人', '--role', 'supervision_office', ...options);
    await expect(add('which')).rejects.toMatchObject({ code: 'rule_refused' });
    expect(await add('which', '--campaign', campaign.campaignId)).toContain('初始密码');
  });

  test('user reset of nobody', async () => {
    await expect(run('user', 'reset', 'nobody')).rejects.toMatchObject({ code: 'not_found' });
  });
});
