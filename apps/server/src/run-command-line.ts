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
import { registerProjectCommands } from './features/projects/projects.module.js';
import { registerReminderCommands } from './features/reminders/reminders.module.js';
import { registerOutboxCommands } from './features/notifications/notifications.module.js';
import { registerReportCommands } from './features/reports/reports.module.js';
import { registerSimulationCommands } from './features/simulation/simulation.module.js';
import { registerTimelineCommands } from './features/timeline/timeline.module.js';

/** What the command line has of its process. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Text and a line end on stdout. */
  print(text: string): void;
  /** The same on stderr; an unexpected error comes with the sentence about it. */
  complain(text: string, error?: unknown): void;
  /** 0 unless set. */
  setExitCode(code: number): void;
}

/** The `junheng` command: thin, calls the same features. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<void> {
  try {
    await commandsOf(terminal).parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      terminal.setExitCode(error.exitCode);
      const sentence = usageFault(error);
      if (sentence) terminal.complain(`${sentence}（用 --help 看用法）`);
    } else {
      terminal.setExitCode(1);
      if (error instanceof DomainError)
        terminal.complain(`${error.message} ${problemCatalogue[error.code].advice}`);
      else if (error instanceof StartUpError) terminal.complain(error.message);
      else terminal.complain('程序内部出错：', error);
    }
  }
}

function commandsOf(terminal: Terminal): Command {
  const config = (): ServerConfig => readConfig(terminal.environment, terminal.directory);
  const context = contextOf(terminal, config);
  const program = new Command('junheng')
    .description('均衡：命令行')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      outputError: () => undefined,
    });
  registerPackCommands(program, context);
  registerTemplateCommands(program, context);
  registerIndicatorCommands(program, context, {
    today: () => config().today ?? civilDateAt(clockOf(config()).now()),
    standards: () => config().standardsDirectory,
  });
  registerLedgerCommands(program, context);
  registerProjectCommands(program, context);
  registerReminderCommands(program, context);
  registerReportCommands(program, context);
  registerSimulationCommands(program, context);
  registerTimelineCommands(program, context);
  registerOutboxCommands(program, context);
  registerUserCommands(program, context);
  registerInstanceCommands(program, context);
  return program;
}

function contextOf(terminal: Terminal, config: () => ServerConfig): CommandContext {
  return {
    print: (line) => terminal.print(line),
    complain: (line) => terminal.complain(line),
    setExitCode: (code) => terminal.setExitCode(code),
    withRuntime: async <T>(use: (runtime: CommandRuntime) => Promise<T>): Promise<T> => {
      const opened = await openRuntime(config(), (line) => terminal.complain(line));
      try {
        return await use(opened.runtime);
      } finally {
        await opened.close();
      }
    },
  };
}
