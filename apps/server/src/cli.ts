import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { civilDateAt, DomainError, problemCatalogue } from '#kernel';
import type { CommandContext, CommandRuntime } from './command-context.js';
import { usageFault } from './usage-fault.js';
import { readConfig } from './config/read-config.js';
import type { ServerConfig } from './config/server-config.js';
import { clockOf } from './config/system-clock.js';
import { StartUpError } from './config/start-up-error.js';
import { openRuntime } from './open-runtime.js';
import { registerInstanceCommands } from './instance.commands.js';
import { registerUserCommands } from './features/accounts/accounts.module.js';
import { registerPackCommands } from './features/campaigns/campaigns.module.js';
import {
  registerIndicatorCommands,
  registerTemplateCommands,
} from './features/indicators/indicators.module.js';
import { registerLedgerCommands } from './features/ledgers/ledgers.module.js';
import { registerReminderCommands } from './features/reminders/reminders.module.js';
import { registerOutboxCommands } from './features/notifications/notifications.module.js';
import { registerReportCommands } from './features/reports/reports.module.js';
import { registerSimulationCommands } from './features/simulation/simulation.module.js';

/** The `junheng` command: thin, calls the same features. */
const context: CommandContext = {
  print: (line) => console.log(line),
  setExitCode: (code) => {
    process.exitCode = code;
  },
  withRuntime: async <T>(use: (runtime: CommandRuntime) => Promise<T>): Promise<T> => {
    const opened = await openRuntime(readConfig(process.env, process.cwd()), (line) => console.error(line));
    try {
      return await use(opened.runtime);
    } finally {
      await opened.close();
    }
  },
};

// `junheng … | head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const program = new Command('junheng')
  .description('均衡：命令行')
  .exitOverride()
  .configureOutput({ outputError: () => undefined });
registerPackCommands(program, context);
registerTemplateCommands(program, context);
const config = (): ServerConfig => readConfig(process.env, process.cwd());
registerIndicatorCommands(program, context, {
  today: () => config().today ?? civilDateAt(clockOf(config()).now()),
  standards: () => config().standardsDirectory,
});
registerLedgerCommands(program, context);
registerReminderCommands(program, context);
registerReportCommands(program, context);
registerSimulationCommands(program, context);
registerOutboxCommands(program, context);
registerUserCommands(program, context);
registerInstanceCommands(program, context);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
    const sentence = usageFault(error);
    if (sentence) console.error(`${sentence}（用 --help 看用法）`);
  } else {
    process.exitCode = 1;
    if (error instanceof DomainError)
      console.error(`${error.message} ${problemCatalogue[error.code].advice}`);
    else if (error instanceof StartUpError) console.error(error.message);
    else console.error('程序内部出错：', error);
  }
}
