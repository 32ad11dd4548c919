import { type Clock, yearOf } from '#kernel';
import type { DataSource } from 'typeorm';
import type { BusinessTime } from '../../database/business-time.js';
import { schemaState } from '../../database/migrate.js';
import { isStale, lastBeat } from '../../jobs/heartbeat.js';
import { missingCalendarYears } from '../calendar/calendar.module.js';
import { countUnreadableRobots, RobotVault } from '../notifications/notifications.module.js';
import type { HealthCheck } from './health.dto.js';

export interface HealthSources {
  readonly dataSource: DataSource;
  readonly time: BusinessTime;
  readonly clock: Clock;
  readonly schedulerOn: boolean;
  readonly dataDirectory: string;
}

// Whoever asks gives up sooner than a pool that waits for a connection.
const patienceMs = 3000;

/** Every check, also when the database cannot be reached at all. */
export async function readHealth(sources: HealthSources): Promise<HealthCheck[]> {
  try {
    return await withPatience(checksOf(sources));
  } catch {
    return [{ name: 'database', ok: false, warning: false, detail: '数据库连接不上或没有应答' }];
  }
}

async function checksOf(sources: HealthSources): Promise<HealthCheck[]> {
  const schema = await schemaState(sources.dataSource);
  const checks: HealthCheck[] = [
    { name: 'database', ok: true, warning: false, detail: '已连接' },
    {
      name: 'schema',
      ok: schema.current,
      warning: false,
      detail: schema.current ? '与程序一致' : '与程序不一致',
    },
  ];
  if (!schema.current) return checks;
  return [...checks, await schedulerCheck(sources), await calendarCheck(sources), await robotCheck(sources)];
}

async function schedulerCheck({ dataSource, clock, schedulerOn }: HealthSources): Promise<HealthCheck> {
  if (!schedulerOn) return { name: 'scheduler', ok: true, warning: false, detail: '本进程不运行定时任务' };
  const last = await lastBeat(dataSource.manager);
  const stale = isStale(last, clock.now());
  const detail = last === undefined ? '还没有运行过' : `最近一次运行：${new Date(last).toISOString()}`;
  return {
    name: 'scheduler',
    ok: !stale,
    warning: false,
    detail: stale ? `定时任务已停顿；${detail}` : detail,
  };
}

/**
 * A missing year stops nobody, but from 1 November on administrators should load it, and from 1 December the
 * check is yellow (T06). A year that has begun without its notice is yellow all the time.
 */
async function calendarCheck({ dataSource, time }: HealthSources): Promise<HealthCheck> {
  const { today, calendar } = await time.moment(dataSource.manager);
  const missing = missingCalendarYears(calendar, today);
  const detail =
    missing.length === 0
      ? '放假安排已载入'
      : `尚未载入 ${missing.join('、')} 年放假安排，跨入该年的期限为暂定`;
  const warning = missing.includes(yearOf(today)) || (missing.length > 0 && today.slice(5) >= '12-01');
  return { name: 'calendar', ok: true, warning, detail };
}

/** A key that is missing or another one silences the groups until addresses are entered again; all else goes on. */
async function robotCheck({ dataSource, dataDirectory }: HealthSources): Promise<HealthCheck> {
  const unreadable = await countUnreadableRobots(dataSource.manager, new RobotVault(dataDirectory));
  const detail =
    unreadable === 0
      ? '群机器人的网址可以读取'
      : `${unreadable} 个群机器人的密钥读不出，请重新填写网址和密钥，或放回数据文件夹的 robot-key`;
  return { name: 'robots', ok: true, warning: unreadable > 0, detail };
}

async function withPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs);
  });
  try {
    return await Promise.race([answer, impatience]);
  } finally {
    clearTimeout(timer);
  }
}
