import type { Command } from 'commander';
import type { CommandContext, CommandRuntime } from './command-context.js';
import { checkEvidence, evidenceStore } from './features/evidence/evidence.module.js';
import { countUnreadableRobots, RobotVault } from './features/notifications/notifications.module.js';
import { schemaState } from './database/migrate.js';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** `junheng migrate` and `junheng doctor`. */
export function registerInstanceCommands(program: Command, context: CommandContext): void {
  program
    .command('migrate')
    .description('把数据库结构升级到当前程序的版本')
    .option('--json', '以 JSON 输出')
    .action((options: { json?: boolean }) =>
      context.withRuntime((runtime) => reportSchema(context, runtime, options)),
    );
  program
    .command('doctor')
    .description('体检：数据库、结构、放假安排、佐证文件、群机器人。退出码：0 全部正常，1 有问题')
    .option('--json', '以 JSON 输出')
    .action((options: { json?: boolean }) =>
      context.withRuntime((runtime) => examine(context, runtime, options)),
    );
}

async function reportSchema(
  context: CommandContext,
  runtime: CommandRuntime,
  options: { json?: boolean },
): Promise<void> {
  // Opening the database has already migrated it.
  const state = await schemaState(runtime.dataSource);
  context.print(options.json ? JSON.stringify(state) : '数据库结构已是最新。');
}

async function examine(
  context: CommandContext,
  runtime: CommandRuntime,
  options: { json?: boolean },
): Promise<void> {
  const findings = [
    await databaseFinding(runtime),
    await calendarFinding(runtime),
    await evidenceFinding(runtime),
    await robotFinding(runtime),
  ];
  if (findings.some((finding) => !finding.ok)) context.setExitCode(1);
  if (options.json) context.print(JSON.stringify(findings));
  else
    for (const { ok, check, detail } of findings)
      context.print(`${ok ? '正常' : '问题'}  ${check}：${detail}`);
}

async function databaseFinding({ dataSource }: CommandRuntime): Promise<Finding> {
  const [row] = await dataSource.query<{ version: string; checksums: string }[]>(
    `SELECT current_setting('server_version') AS version, current_setting('data_checksums') AS checksums`,
  );
  return {
    check: '数据库',
    ok: true,
    detail: `PostgreSQL ${row?.version ?? ''}，数据校验和 ${row?.checksums ?? ''}`,
  };
}

async function calendarFinding({ time, dataSource }: CommandRuntime): Promise<Finding> {
  const { calendar, today } = await time.moment(dataSource.manager);
  const ok = !calendar.isProvisional(today);
  const years = calendar.publishedYears().join('、');
  return { check: '放假安排', ok, detail: ok ? `已有 ${years}` : `缺少今年的安排，已有 ${years}` };
}

async function evidenceFinding({ dataSource, config }: CommandRuntime): Promise<Finding> {
  const result = await checkEvidence(dataSource.manager, evidenceStore(config));
  const faults = result.missing.length + result.changed.length;
  const detail = `登记 ${result.rows} 份，缺文件 ${result.missing.length}，内容有变 ${result.changed.length}，无登记的文件 ${result.filesWithoutRow.length}`;
  return { check: '佐证文件', ok: faults === 0, detail };
}

async function robotFinding({ dataSource, config }: CommandRuntime): Promise<Finding> {
  const vault = new RobotVault(config.dataDirectory);
  const unreadable = await countUnreadableRobots(dataSource.manager, vault);
  const detail =
    unreadable === 0 ? '网址和密钥可以读取' : `${unreadable} 个的密钥读不出，请重新填写网址和密钥`;
  return { check: '群机器人', ok: unreadable === 0, detail };
}
