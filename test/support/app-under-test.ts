import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { civilDate, type Clock, instantAt } from '#kernel';
import type { DataSource, Logger } from 'typeorm';
import { AppModule } from '../../apps/server/src/app.module.js';
import { readConfig } from '../../apps/server/src/config/read-config.js';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { closeApplication, createApplication } from '../../apps/server/src/http/application.js';
import { listen } from '../../apps/server/src/http/listen.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** A clock that stands until a test moves it. */
export class StandingClock implements Clock {
  private instant = 0;

  /** @param moment Asia/Shanghai, `2022-09-15 09:00` */
  constructor(moment: string) {
    this.set(moment);
  }

  now(): number {
    return this.instant;
  }

  set(moment: string): void {
    const [date = '', time = '09:00'] = moment.split(' ');
    this.instant = instantAt(civilDate(date), time);
  }

  advance(ms: number): void {
    this.instant += ms;
  }
}

export interface AppOptions {
  readonly clock: Clock;
  readonly environment?: Readonly<Record<string, string>>;
  /** Sees every statement before it runs. */
  readonly logger?: Logger;
}

/** The whole server in this process, listening, on a database and a data folder of its own. */
export interface AppUnderTest {
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  readonly database: TestDatabase;
  readonly dataDirectory: string;
  readonly origin: string;
  close(): Promise<void>;
}

export async function startApp(options: AppOptions): Promise<AppUnderTest> {
  const { clock, environment = {}, logger } = options;
  const dataDirectory = mkdtempSync(join(tmpdir(), 'junheng-app-'));
  const settings = { LOG_LEVEL: 'error', JUNHENG_SCHEDULER: 'off', PORT: '0', JUNHENG_WEB: '/nonexistent' };
  const config = readConfig({ ...settings, JUNHENG_DATA: dataDirectory, ...environment }, '/nonexistent');
  const database = await createTestDatabase();
  const dataSource = await createDataSource(
    { url: database.url },
    { poolSize: 20, ...(logger ? { logger } : {}) },
  ).initialize();
  const app = await createApplication(AppModule.forRuntime({ config, clock, dataSource }), config);
  const origin = `http://127.0.0.1:${await listen(app, config)}`;
  const close = async (): Promise<void> => {
    await closeApplication(app);
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.drop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  return { app, dataSource, database, dataDirectory, origin, close };
}
