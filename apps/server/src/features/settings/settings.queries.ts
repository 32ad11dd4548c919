import { civilDate, yearOf } from '#kernel';
import type { EntityManager } from 'typeorm';
import type { ServerConfig } from '../../config/server-config.js';
import type { BusinessTime } from '../../database/business-time.js';
import { isStale, lastBeat } from '../../jobs/heartbeat.js';
import type { CalendarSettings, CampaignSettings, SettingsView } from './settings.dto.js';

interface StoredSettings {
  years: { year: number; notice: string }[];
  campaigns: CampaignSettings[];
}

/** The installation as an administrator sees it; what has a password in it (mail server, database) stays out. */
export async function readSettings(
  manager: EntityManager,
  time: BusinessTime,
  config: ServerConfig,
): Promise<SettingsView> {
  const [row] = await manager.query<StoredSettings[]>(
    `SELECT (SELECT coalesce(json_agg(json_build_object('year', year, 'notice', notice) ORDER BY year), '[]')
             FROM calendar_year) AS years,
            (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'packId', pack_id,
                      'packFingerprint', pack_fingerprint) ORDER BY created_at, id), '[]') FROM campaign) AS campaigns`,
  );
  const moment = await time.moment(manager);
  const beatAt = await lastBeat(manager);
  return {
    today: moment.today,
    businessNow: new Date(moment.now).toISOString(),
    exerciseDate: moment.exerciseDate,
    exerciseFixed: config.today !== undefined,
    mail: {
      configured: config.smtpUrl !== undefined,
      host: config.smtpUrl ? new URL(config.smtpUrl).host : null,
      from: config.smtpUrl ? config.mailFrom : null,
    },
    scheduler: {
      enabled: config.scheduler,
      lastBeatAt: beatAt === undefined ? null : new Date(beatAt).toISOString(),
      stale: config.scheduler && isStale(beatAt, time.clock.now()),
    },
    calendar: withUnpublished(row?.years ?? [], yearOf(civilDate(moment.today))),
    campaigns: row?.campaigns ?? [],
  };
}

/** The loaded years, and as unpublished those up to next year that are missing: due dates there are provisional. */
function withUnpublished(loaded: StoredSettings['years'], thisYear: number): CalendarSettings[] {
  const first = Math.min(thisYear, ...loaded.map(({ year }) => year));
  const last = Math.max(thisYear + 1, ...loaded.map(({ year }) => year));
  const notices = new Map(loaded.map(({ year, notice }) => [year, notice]));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    return { year, notice: notices.get(year) ?? null, published: notices.has(year) };
  });
}
