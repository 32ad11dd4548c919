import { writeFile } from 'node:fs/promises';
import { civilDate, DomainError } from '#kernel';
import { overdueWorkbook } from '#official-documents';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { onlyCampaign } from '../../only-campaign.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { systemActor } from '../../jobs/system-actor.js';
import { overdueReport } from './overdue-report.js';
import { toOverdueSheet } from './overdue-sheet.js';
import { overdueText } from './overdue-text.js';

interface OverdueOptions {
  readonly asOf?: string;
  readonly campaign?: string;
  readonly json?: boolean;
  readonly xlsx?: string;
}

/** `junheng report overdue`. */
export function registerReportCommands(program: Command, context: CommandContext): void {
  const report = program.command('report').description('报表');
  report
    .command('overdue')
    .description('逾期任务报告，与页面和邮件同一口径。退出码：0 已输出，1 有错误')
    .option('--as-of <date>', '统计日期，如 2026-03-05；不写为今天')
    .option('--campaign <id>', '创建工作编号；只有一项时可不写')
    .option('--json', '以 JSON 输出')
    .option('--xlsx <file>', '写成 Excel 文件')
    .action((options: OverdueOptions) => overdueCommand(context, options));
}

async function overdueCommand(context: CommandContext, options: OverdueOptions): Promise<void> {
  try {
    await context.withRuntime(({ unitOfWork }) => print(context, unitOfWork, options));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    context.print(options.json ? JSON.stringify({ error: error.message }) : error.message);
    context.setExitCode(1);
  }
}

async function print(
  context: CommandContext,
  unitOfWork: UnitOfWork,
  options: OverdueOptions,
): Promise<void> {
  const asOf = options.asOf === undefined ? undefined : civilDate(options.asOf);
  const campaignId = await onlyCampaign(unitOfWork.dataSource, options.campaign);
  const { report, name } = await unitOfWork.read({ actor: systemActor, campaignId }, async (work) => ({
    name: await readCampaignName(work),
    report: await overdueReport(work, asOf),
  }));
  const sheet = toOverdueSheet(report, name);
  if (options.xlsx !== undefined) await writeFile(options.xlsx, await overdueWorkbook(sheet));
  if (options.json) context.print(JSON.stringify(report, null, 2));
  else if (options.xlsx !== undefined) context.print(`已写入 ${options.xlsx}`);
  else context.print(overdueText(sheet));
}
