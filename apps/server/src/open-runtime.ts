import type { CommandRuntime } from './command-context.js';
import type { ServerConfig } from './config/server-config.js';
import { clockOf } from './config/system-clock.js';
import { BusinessTime } from './database/business-time.js';
import { FaultPoints } from './database/fault-points.js';
import { migrate } from './database/migrate.js';
import { joinDatabase, type Progress } from './database/open-database.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { loadPublishedCalendar } from './prepare.js';

/** A migrated database for one command. */
export async function openRuntime(
  config: ServerConfig,
  progress: Progress,
): Promise<{ runtime: CommandRuntime; close(): Promise<void> }> {
  const clock = clockOf(config);
  const database = await joinDatabase(config, progress);
  try {
    const { dataSource } = database;
    await migrate(dataSource);
    await loadPublishedCalendar(dataSource);
    const time = new BusinessTime(clock, config.today);
    const unitOfWork = new UnitOfWork(dataSource, time, new FaultPoints(config.test?.fault));
    return { runtime: { config, clock, dataSource, time, unitOfWork }, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}
