import type { DataSource } from 'typeorm';
import type { ServerConfig } from '../config/server-config.js';
import { StartUpError } from '../config/start-up-error.js';
import type { DatabaseConnection } from './connection.js';
import { createDataSource, type DataSourceOptions } from './data-source.js';
import { holdDataFolder } from './embedded/hold-data-folder.js';
import { runningServer } from './embedded/running-server.js';
import { SilenceWatch } from './silence-watch.js';
import { startEmbeddedPostgres } from './embedded/start-embedded-postgres.js';

export type Progress = (line: string) => void;

export interface OpenDatabase {
  readonly dataSource: DataSource;
  readonly place: string;
  /** Calls back when an embedded server ends by itself; never for an outside one. */
  onLost(report: () => void): void;
  close(): Promise<void>;
}

/**
 * Connects to the database the config names, starting the embedded one when it names none.
 * @throws StartUpError when the data folder is held or not writable, or the database cannot be reached
 */
export async function openDatabase(config: ServerConfig, progress: Progress): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    const watch = new SilenceWatch({ connectionString: config.databaseUrl });
    const dataSource = await connect({ url: config.databaseUrl }, { openSocket: watch.openSocket });
    watch.start();
    return {
      dataSource,
      place: '外部 PostgreSQL',
      onLost: () => undefined,
      close: async () => {
        await watch.stop();
        await disconnect(dataSource);
      },
    };
  }
  const hold = await holdDataFolder(config.dataDirectory);
  try {
    const server = await startEmbeddedPostgres({ dataDir: config.dataDirectory, log: progress });
    const dataSource = await connect(server.connection);
    let closing = false;
    return {
      dataSource,
      place: '内置 PostgreSQL',
      onLost: (report) => void server.exited.then(() => closing || report()),
      close: async () => {
        closing = true;
        await disconnect(dataSource);
        await server.stop();
        await hold.release();
      },
    };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

/**
 * For a short command: uses the embedded server that is already running on the data folder, or starts it for the
 * time of the command.
 */
export async function joinDatabase(config: ServerConfig, progress: Progress): Promise<OpenDatabase> {
  const running = config.databaseUrl ? undefined : runningServer(config.dataDirectory);
  const dataSource = running && (await connect(running).catch(() => undefined));
  if (!dataSource) return openDatabase(config, progress);
  return {
    dataSource,
    place: '内置 PostgreSQL',
    onLost: () => undefined,
    close: () => disconnect(dataSource),
  };
}

async function connect(connection: DatabaseConnection, options: DataSourceOptions = {}): Promise<DataSource> {
  const dataSource = createDataSource(connection, options);
  try {
    return await dataSource.initialize();
  } catch (error) {
    const reason =
      error instanceof Error ? error.message || String((error as { code?: unknown }).code) : String(error);
    throw new StartUpError(`连接不上数据库（${reason}）：请检查 DATABASE_URL、网络和数据库是否已启动。`, {
      cause: error,
    });
  }
}

async function disconnect(dataSource: DataSource): Promise<void> {
  if (dataSource.isInitialized) await dataSource.destroy();
}
