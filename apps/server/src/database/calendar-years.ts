import type { CalendarDay, CalendarYear, CivilDate } from '#kernel';
import type { EntityManager } from 'typeorm';

interface YearRow {
  year: number;
  notice: string;
  url: string | null;
  published_on: CivilDate | null;
  days: { date: CivilDate; kind: CalendarDay['kind']; name: string }[];
}

export async function readCalendarYears(manager: EntityManager): Promise<CalendarYear[]> {
  const rows = await manager.query<YearRow[]>(
    `SELECT y.year, y.notice, y.url, y.published_on,
            json_agg(json_build_object('date', d.day, 'kind', d.kind, 'name', d.name) ORDER BY d.day) AS days
     FROM calendar_year y JOIN calendar_day d USING (year) GROUP BY y.year ORDER BY y.year`,
  );
  return rows.map((row) => ({
    year: row.year,
    notice: row.notice,
    days: row.days,
    ...(row.url ? { url: row.url } : {}),
    ...(row.published_on ? { publishedOn: row.published_on } : {}),
  }));
}

/** Loads published years that the database does not have yet; a year that is there is never changed silently. */
export async function addCalendarYears(
  manager: EntityManager,
  years: readonly CalendarYear[],
): Promise<void> {
  await manager.query(
    `WITH added AS (
       INSERT INTO calendar_year (year, notice, url, published_on)
       SELECT year, notice, url, published_on
       FROM json_to_recordset($1) AS y(year int, notice text, url text, published_on date)
       ON CONFLICT (year) DO NOTHING RETURNING year)
     INSERT INTO calendar_day (year, day, kind, name)
     SELECT d.year, d.day, d.kind, d.name
     FROM json_to_recordset($2) AS d(year int, day date, kind text, name text) JOIN added USING (year)`,
    [
      JSON.stringify(
        years.map((y) => ({ year: y.year, notice: y.notice, url: y.url, published_on: y.publishedOn })),
      ),
      JSON.stringify(
        years.flatMap((y) => y.days.map((d) => ({ year: y.year, day: d.date, kind: d.kind, name: d.name }))),
      ),
    ],
  );
}
