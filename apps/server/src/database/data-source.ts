import type { Socket } from 'node:net';
import { types } from 'pg';
import { DataSource, type Logger } from 'typeorm';
import type { DatabaseConnection } from './connection.js';
import { entities } from './entities.js';
import { migrations } from './migrations.js';
import { PreparingClient } from './preparing-client.js';

// pg turns a DATE into a local-midnight JS Date, which shifts by a day west of Greenwich: keep it as text.
types.setTypeParser(types.builtins.DATE, (text) => text);

export interface DataSourceOptions {
  readonly poolSize?: number;
  /** Sees every statement before it runs: tests count statements and make the n-th one fail with it. */
  readonly logger?: Logger;
  /** Prepares every statement once a connection; not behind a pooler that hands connections round. */
  readonly prepares?: boolean;
  /** Opens the socket of a connection; pg does so itself when absent. */
  readonly openSocket?: () => Socket;
}

export function createDataSource(
  connection: DatabaseConnection,
  options: DataSourceOptions = {},
): DataSource {
  const place =
    'url' in connection
      ? { url: connection.url }
      : {
          host: connection.host,
          port: connection.port,
          username: connection.user,
          password: connection.password,
          database: connection.database,
        };
  return new DataSource({
    type: 'postgres',
    ...place,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize: options.poolSize ?? 10,
    logging: options.logger !== undefined,
    logger: options.logger,
    extra: {
      // A connection that cannot be had in ten seconds is an answer (503), not something to wait for.
      connectionTimeoutMillis: 10_000,
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 60_000,
      options: '-c timezone=UTC',
      application_name: 'junheng',
      ...(options.openSocket ? { stream: options.openSocket } : {}),
      ...(options.prepares ? { Client: PreparingClient } : {}),
    },
  });
}
