import { Client } from 'pg';

/**
 * A connection on which a statement with parameters is parsed and planned once and then only executed: pg does so when a
 * statement has a name, and TypeORM gives none.
 */
export class PreparingClient extends Client {
  private readonly names = new Map<string, string>();

  override query(statement: unknown, values?: unknown, ...rest: unknown[]): never {
    const named =
      typeof statement === 'string' && Array.isArray(values) && values.length > 0
        ? [{ name: this.nameOf(statement), text: statement, values }]
        : [statement, values];
    return Reflect.apply(super.query, this, [...named, ...rest]) as never;
  }

  private nameOf(statement: string): string {
    const known = this.names.get(statement);
    if (known) return known;
    const name = `statement_${this.names.size + 1}`;
    this.names.set(statement, name);
    return name;
  }
}
