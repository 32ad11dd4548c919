import type { Logger } from 'typeorm';

/** Counts the statements of a data source, and makes the n-th one fail. */
export class StatementLog implements Logger {
  private statements: string[] = [];
  private failing = 0;

  /** From now on, and until `stop`, the n-th statement throws before it reaches the database. */
  failAt(nth: number): void {
    this.statements = [];
    this.failing = nth;
  }

  /** @returns what was run since `failAt` or the last `stop` */
  stop(): readonly string[] {
    this.failing = 0;
    return this.statements.splice(0);
  }

  logQuery(query: string): void {
    this.statements.push(query);
    if (this.statements.length === this.failing) throw new Error(`statement ${this.failing} fails`);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
