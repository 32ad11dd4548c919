import type { UnitOfWork } from './database/unit-of-work.js';

/** What the subcommands of `junheng` need of their surroundings. */
export interface CommandContext {
  print(line: string): void;
  /** 0 unless set. */
  setExitCode(code: number): void;
  /** Opens the database for the time of `use`. */
  withUnitOfWork<T>(use: (unitOfWork: UnitOfWork) => Promise<T>): Promise<T>;
}
