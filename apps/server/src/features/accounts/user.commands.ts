import { DomainError } from '#kernel';
import { validateSync } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import { type Command, Option } from 'commander';
import type { CommandContext, CommandRuntime } from '../../command-context.js';
import { NewAccount } from './account.dto.js';
import { AccountsService } from './accounts.service.js';
import { PasswordHasher } from './password-hasher.js';
import { roles } from './session.dto.js';

interface AddOptions {
  readonly login: string;
  readonly name: string;
  readonly email?: string;
  readonly administrator?: boolean;
  readonly role?: (typeof roles)[number];
  readonly unit?: string;
  readonly unitLeader?: boolean;
  readonly campaign?: string;
  readonly json?: boolean;
}

/** `junheng user add` and `junheng user reset`: both print a first password, once. */
export function registerUserCommands(program: Command, context: CommandContext): void {
  const user = program.command('user').description('账号：新建、重置密码');
  user
    .command('add')
    .description('新建账号并显示初始密码（只显示这一次，首次登录须修改）')
    .requiredOption('--login <login>', '登录名：字母开头，3–40 位字母、数字、点、横线')
    .requiredOption('--name <name>', '姓名')
    .option('--email <address>', '邮箱，用于接收提醒')
    .option('--administrator', '系统管理员')
    .addOption(new Option('--role <role>', '在创建工作中的角色').choices(roles))
    .option('--unit <name>', '所在单位的名称、简称或别名；承办人和负责人必填')
    .option('--unit-leader', '负责人中的主要负责人：督办阶梯通知“单位主要负责人”的就是他')
    .option('--campaign <id>', '创建工作编号；只有一项时可不写')
    .option('--json', '以 JSON 输出')
    .action((options: AddOptions) => context.withRuntime((runtime) => add(context, runtime, options)));
  user
    .command('reset <login>')
    .description('重置密码并显示新的初始密码（只显示这一次，首次登录须修改）；同时解除登录锁定')
    .option('--json', '以 JSON 输出')
    .action((login: string, options: { json?: boolean }) =>
      context.withRuntime((runtime) => reset(context, runtime, login, options.json ?? false)),
    );
}

async function add(context: CommandContext, runtime: CommandRuntime, options: AddOptions): Promise<void> {
  if ((options.unit || options.unitLeader) && !options.role) {
    throw new DomainError('malformed', { detail: '写了 --unit 或 --unit-leader 就要写 --role。' });
  }
  const membership = options.role ? await findPlace(runtime, options, options.role) : null;
  const account = plainToInstance(NewAccount, {
    login: options.login,
    name: options.name,
    email: options.email ?? null,
    administrator: options.administrator ?? false,
    membership,
  });
  const faults = validateSync(account).map(({ property }) => `--${property}`);
  if (faults.length > 0) throw new DomainError('malformed', { detail: `参数不对：${faults.join('、')}。` });
  const created = await accountsOf(runtime).create(null, account);
  show(context, options.json ?? false, { id: created.id, login: account.login }, created.initialPassword);
}

async function reset(
  context: CommandContext,
  runtime: CommandRuntime,
  login: string,
  json: boolean,
): Promise<void> {
  const [account] = await runtime.dataSource.query<{ id: string; login: string }[]>(
    `SELECT id, login FROM account WHERE lower(login) = lower($1)`,
    [login],
  );
  if (!account) throw new DomainError('not_found', { detail: `没有登录名为“${login}”的账号。` });
  show(context, json, account, await accountsOf(runtime).reset(null, account.id));
}

function accountsOf({ dataSource, clock }: CommandRuntime): AccountsService {
  return new AccountsService(dataSource, new PasswordHasher(), clock);
}

function show(
  context: CommandContext,
  json: boolean,
  account: { readonly id: string; readonly login: string },
  initialPassword: string,
): void {
  if (json) context.print(JSON.stringify({ ...account, initialPassword }, null, 2));
  else
    context.print(`登录名：${account.login}\n初始密码：${initialPassword}\n请当面告知本人，首次登录须修改。`);
}

async function findPlace(
  { dataSource }: CommandRuntime,
  options: AddOptions,
  role: (typeof roles)[number],
): Promise<{ campaignId: string; role: string; unitId: string | null; unitLeader: boolean }> {
  const campaigns = await dataSource.query<{ id: string }[]>(
    `SELECT id FROM campaign WHERE $1::text IS NULL OR id::text = lower($1)`,
    [options.campaign ?? null],
  );
  const [campaign] = campaigns;
  if (!campaign) throw new DomainError('not_found', { detail: '没有这项创建工作。' });
  if (campaigns.length > 1) {
    throw new DomainError('rule_refused', { detail: '有多项创建工作，请用 --campaign 指定。' });
  }
  const unitId = options.unit ? await findUnit(dataSource, campaign.id, options.unit) : null;
  return { campaignId: campaign.id, role, unitId, unitLeader: options.unitLeader ?? false };
}

async function findUnit(
  dataSource: CommandRuntime['dataSource'],
  campaignId: string,
  name: string,
): Promise<string> {
  const [unit] = await dataSource.query<{ id: string }[]>(
    `SELECT u.id FROM unit u
     WHERE u.campaign_id = $1 AND (u.name = $2 OR u.short_name = $2 OR EXISTS (
       SELECT 1 FROM unit_alias a WHERE a.campaign_id = u.campaign_id AND a.unit_id = u.id AND a.alias = $2))
     ORDER BY u.name = $2 DESC, u.position LIMIT 1`,
    [campaignId, name],
  );
  if (!unit) throw new DomainError('not_found', { detail: `没有名为“${name}”的单位。` });
  return unit.id;
}
