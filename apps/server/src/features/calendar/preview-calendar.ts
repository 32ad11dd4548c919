import { createHash } from 'node:crypto';
import { type CalendarYear, type LocalCalendar, WorkdayCalendar } from '#kernel';
import type { EntityManager } from 'typeorm';
import { readCalendarYears } from '../../database/calendar-years.js';
import { readLocalCalendars } from '../../database/local-calendars.js';
import { type CampaignFact, readCalendarFacts } from './calendar-facts.queries.js';
import { calendarImpact, type Impact } from './calendar-impact.js';
import type { CalendarPreview, CampaignMoves } from './calendar.dto.js';
import { countsByUnit, moveRow, restRow } from './move-rows.js';
import { workingDaysOf } from './working-days-of.js';

/** What saving a notice does in one campaign, counted with the campaign's own days on top. */
export interface CampaignPlan {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly after: WorkdayCalendar;
  readonly impact: Impact<CampaignFact>;
}

/** What saving a notice would do, and a fingerprint of exactly that. */
export interface CalendarPlan {
  readonly fingerprint: string;
  readonly replaces: CalendarYear | undefined;
  /** Without anybody's local days. */
  readonly after: WorkdayCalendar;
  /** Of the campaigns that have something to move or to look at. */
  readonly campaigns: readonly CampaignPlan[];
  readonly moved: number;
}

export async function planCalendar(manager: EntityManager, year: CalendarYear): Promise<CalendarPlan> {
  const years = await readCalendarYears(manager);
  const newYears = [...years.filter((one) => one.year !== year.year), year];
  const local = byCampaign(await readLocalCalendars(manager, null));
  const facts = byCampaign(await readCalendarFacts(manager, null));
  const national = { before: new WorkdayCalendar(years), after: new WorkdayCalendar(newYears) };
  // Also of campaigns without tasks: a year in which their days leave nobody working is refused, not found out later.
  const own = new Map([...local].map(([id, sets]) => [id, withLocal(years, newYears, sets)]));
  const campaigns = [...facts].map(([campaignId, rows]): CampaignPlan => {
    const { before, after } = own.get(campaignId) ?? national;
    const impact = calendarImpact(before, after, rows);
    return { campaignId, campaignName: rows[0]?.campaignName ?? '', after, impact };
  });
  const moves = campaigns.flatMap(({ impact }) => impact.moves.map(({ move }) => move));
  const replaces = years.find((one) => one.year === year.year);
  const content = [replaces ?? null, year, moves];
  return {
    fingerprint: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
    replaces,
    after: national.after,
    campaigns: campaigns.filter(({ impact }) => impact.moves.length > 0 || impact.restDays.length > 0),
    moved: moves.length,
  };
}

function byCampaign<Row extends { readonly campaignId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.campaignId);
    if (group) group.push(row);
    else groups.set(row.campaignId, [row]);
  }
  return groups;
}

function withLocal(
  years: readonly CalendarYear[],
  newYears: readonly CalendarYear[],
  sets: readonly LocalCalendar[],
): { readonly before: WorkdayCalendar; readonly after: WorkdayCalendar } {
  return { before: new WorkdayCalendar(years, sets), after: new WorkdayCalendar(newYears, sets) };
}

/** The preview an administrator sees: numbers of tasks, never what they are about. */
export async function previewCalendar(manager: EntityManager, year: CalendarYear): Promise<CalendarPreview> {
  const { fingerprint, replaces, after, campaigns } = await planCalendar(manager, year);
  return {
    fingerprint,
    year: year.year,
    notice: year.notice,
    replaces: replaces?.notice ?? null,
    unchanged: replaces !== undefined && JSON.stringify(replaces) === JSON.stringify(sorted(year)),
    days: [...year.days],
    workingDays: workingDaysOf(after, year.year),
    campaigns: campaigns.map(movesOf),
  };
}

/** In the order in which the database hands a year out. */
function sorted(year: CalendarYear): CalendarYear {
  const { year: number, notice, url, publishedOn } = year;
  return {
    year: number,
    notice,
    days: year.days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    ...(url ? { url } : {}),
    ...(publishedOn ? { publishedOn } : {}),
  };
}

function movesOf({ campaignId, campaignName, impact }: CampaignPlan): CampaignMoves {
  const moves = impact.moves.map(moveRow);
  return {
    campaignId,
    campaignName,
    units: countsByUnit(moves),
    moves,
    restDays: impact.restDays.map(restRow),
  };
}
