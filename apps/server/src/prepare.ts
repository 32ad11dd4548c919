import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { join } from 'node:path';
import type { ShutDown } from './config/run-program.js';
import type { ServerConfig } from './config/server-config.js';
import { clockOf } from './config/system-clock.js';
import type { DataSource } from 'typeorm';
import { addCalendarYears } from './database/calendar-years.js';
import type { Runtime } from './database/core.module.js';
import { migrate } from './database/migrate.js';
import { openDatabase, type Progress } from './database/open-database.js';
import {
  recogniseEnvironment,
  RobotVault,
  sealPlainRobots,
} from './features/notifications/notifications.module.js';
import { firstContent } from './features/example/first-content.js';

/** A runtime whose database is migrated and filled, with what to tell the person at the console. */
export interface PreparedRuntime extends Runtime {
  readonly hints: readonly string[];
}

/** Opens and migrates the database, loads the calendar, and on an empty database the example or the setup code. */
export async function prepare(
  config: ServerConfig,
  shutDown: ShutDown,
  progress: Progress,
): Promise<PreparedRuntime> {
  const clock = clockOf(config);
  const database = await openDatabase(config, progress);
  shutDown.add(() => database.close());
  database.onLost(() => {
    console.error('内置数据库意外停止，程序随之退出；重新启动即可恢复。');
    process.exit(1);
  });
  progress(`数据库：${database.place}，已连接`);
  const { dataSource } = database;
  const migrated = await migrate(dataSource);
  progress(migrated.length > 0 ? `数据库结构：已升级 ${migrated.length} 步` : '数据库结构：已是最新');
  await loadPublishedCalendar(dataSource);
  if (await recogniseEnvironment(dataSource, config.dataDirectory, clock.now()))
    progress('这份数据是恢复或复制来的：暂不发信，核对后在发件箱页面或用 junheng outbox release 恢复。');
  const sealed = await sealPlainRobots(dataSource, new RobotVault(config.dataDirectory));
  if (sealed > 0)
    progress(`群机器人：已把 ${sealed} 个的网址和密钥改为加密保存，密钥在数据文件夹的 robot-key`);
  const hints = await firstContent({ dataSource, config, clock }, progress);
  return { config, clock, dataSource, hints };
}

/** Adds the calendar years that come with the program and that the database does not have yet. */
export async function loadPublishedCalendar(dataSource: DataSource): Promise<void> {
  await addCalendarYears(dataSource.manager, loadCalendarYears(join(packDataDirectory(), 'calendar')));
}
