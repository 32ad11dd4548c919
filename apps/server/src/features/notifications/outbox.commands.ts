import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';
import { recordAudit } from '../audit/audit.module.js';
import { setSendingStop } from './sending-switch.js';

/** `junheng outbox hold|release`. */
export function registerOutboxCommands(program: Command, context: CommandContext): void {
  const outbox = program.command('outbox').description('发件箱');
  outbox
    .command('hold')
    .description('停止发信：邮件和群消息都留在发件箱，直到恢复')
    .option('--json', '以 JSON 输出')
    .action((options: { json?: boolean }) => switchSending(context, true, options));
  outbox
    .command('release')
    .description('恢复发信；也用来确认恢复出来的数据可以发信')
    .option('--json', '以 JSON 输出')
    .action((options: { json?: boolean }) => switchSending(context, false, options));
}

async function switchSending(
  context: CommandContext,
  off: boolean,
  options: { json?: boolean },
): Promise<void> {
  await context.withRuntime(async ({ dataSource, clock }) => {
    const at = new Date(clock.now());
    await dataSource.transaction(async (manager) => {
      await setSendingStop(manager, off ? { reason: 'operator', by: '命令行', at: at.toISOString() } : null);
      const entry = {
        at,
        account: null,
        action: 'sending_switched',
        outcome: 'done',
        detail: { off },
      } as const;
      await recordAudit(manager, entry);
    });
  });
  const sentence = off ? '已停止发信。用 junheng outbox release 恢复。' : '已恢复发信。';
  context.print(options.json ? JSON.stringify({ off }) : sentence);
}
