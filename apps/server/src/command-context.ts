import type { Clock } from '#kernel';
import type { DataSource } from 'typeorm';
import type { ServerConfig } from './config/server-config.js';
import type { BusinessTime } from './database/business-time.js';
import type { UnitOfWork } from './database/unit-of-work.js';

/** What a command works with once it has opened the database. */
export interface CommandRuntime {
  readonly config: ServerConfig;
  readonly clock: Clock;
  readonly dataSource: DataSource;
  readonly time: BusinessTime;
  readonly unitOfWork: UnitOfWork;
}

/** What the subcommands of `junheng` need of their surroundings. */
export interface CommandContext {
  /** A line on stdout. */
  print(line: string): void;
  /** A line on stderr: progress, so that what is printed stays what was asked for. */
  complain(line: string): void;
  /** 0 unless set. */
  setExitCode(code: number): void;
  /** Opens the database for the time of `use`. */
  withRuntime<T>(use: (runtime: CommandRuntime) => Promise<T>): Promise<T>;
}
