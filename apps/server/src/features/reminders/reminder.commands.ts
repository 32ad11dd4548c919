import { civilDate, DomainError } from '#kernel';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';
import { systemActor } from '../../jobs/system-actor.js';
import { onlyCampaign } from '../../only-campaign.js';
import { dryRunReminders } from './dry-run-reminders.js';
import { dryRunText } from './dry-run-text.js';

interface DryRunOptions {
  readonly on: string;
  readonly campaign?: string;
  readonly json?: boolean;
}

/** `junheng reminders dry-run`. */
export function registerReminderCommands(program: Command, context: CommandContext): void {
  program
    .command('reminders')
    .description('提醒')
    .command('dry-run')
    .description('试算某一天会发出的提醒，不写任何数据。退出码：0 已输出，1 有错误')
    .requiredOption('--on <date>', '日期，如 2026-03-05')
    .option('--campaign <id>', '创建工作编号；只有一项时可不写')
    .option('--json', '以 JSON 输出')
    .action((options: DryRunOptions) => dryRunCommand(context, options));
}

async function dryRunCommand(context: CommandContext, options: DryRunOptions): Promise<void> {
  try {
    const on = civilDate(options.on);
    await context.withRuntime(async ({ unitOfWork }) => {
      const campaignId = await onlyCampaign(unitOfWork.dataSource, options.campaign);
      const scope = { actor: systemActor, campaignId };
      const view = await unitOfWork.read(scope, (work) => dryRunReminders(work, on));
      context.print(options.json ? JSON.stringify(view, null, 2) : dryRunText(view));
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    context.print(options.json ? JSON.stringify({ error: error.message }) : error.message);
    context.setExitCode(1);
  }
}
