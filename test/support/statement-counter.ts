import type { Logger } from 'typeorm';

/** Counts the SQL statements of a data source, those that open and close transactions included. */
export class StatementCounter implements Logger {
  private count = 0;

  /** @returns how many statements `act` needed */
  async during(act: () => Promise<unknown>): Promise<number> {
    const before = this.count;
    await act();
    return this.count - before;
  }

  logQuery(): void {
    this.count += 1;
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
