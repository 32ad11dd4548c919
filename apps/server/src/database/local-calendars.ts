import type { CalendarLevel, CivilDate, LocalCalendar, LocalDay } from '#kernel';
import type { EntityManager } from 'typeorm';

/** A set as it lies in the database. */
export interface StoredLocalCalendar extends LocalCalendar {
  readonly campaignId: string;
  readonly revision: number;
  readonly enteredBy: string;
  readonly enteredAt: Date;
}

interface SetRow {
  campaign_id: string;
  year: number;
  level: CalendarLevel;
  revision: number;
  notice: string;
  url: string | null;
  published_on: CivilDate | null;
  entered_by: string;
  entered_at: Date;
  days: LocalDay[];
}

/**
 * The local days in force: the newest set of each year and level, those taken back included (they have no days).
 * @param campaignId null: of all campaigns, in the one statement
 */
export async function readLocalCalendars(
  manager: EntityManager,
  campaignId: string | null,
): Promise<StoredLocalCalendar[]> {
  const rows = await manager.query<SetRow[]>(
    `SELECT c.campaign_id, c.year, c.level, c.revision, c.notice, c.url, c.published_on, c.entered_at,
       a.name AS entered_by,
       coalesce((SELECT json_agg(json_build_object('date', d.day, 'kind', d.kind, 'name', d.name, 'notice', d.notice)
           ORDER BY d.day)
         FROM local_calendar_day d WHERE d.campaign_id = c.campaign_id AND d.calendar_id = c.id), '[]') AS days
     FROM (SELECT DISTINCT ON (campaign_id, year, level) * FROM local_calendar
       WHERE $1::uuid IS NULL OR campaign_id = $1 ORDER BY campaign_id, year, level, revision DESC) c
     JOIN account a ON a.id = c.entered_by ORDER BY c.campaign_id, c.year, c.level`,
    [campaignId],
  );
  return rows.map((row) => ({
    campaignId: row.campaign_id,
    year: row.year,
    level: row.level,
    revision: row.revision,
    notice: row.notice,
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.published_on === null ? {} : { publishedOn: row.published_on }),
    days: row.days,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
  }));
}
