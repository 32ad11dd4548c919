import { type CalendarYear, WorkdayCalendar } from '#kernel';
import type { EntityManager } from 'typeorm';
import { readCalendarYears } from './calendar-years.js';
import { readLocalCalendars } from './local-calendars.js';

/** What tells, without reading them, whether calendars have changed since they were read. */
export interface CalendarState {
  /** Years with their revisions. */
  readonly national: string;
  /** How many local sets the campaign has ever entered: they are append-only, so another number is another calendar. */
  readonly localSets: number;
}

interface National {
  readonly state: string;
  readonly years: readonly CalendarYear[];
  readonly calendar: WorkdayCalendar;
}

/** The national calendar and, for campaigns that have local days, one of their own; rebuilt only when something changed. */
export class CalendarCache {
  private national: National | undefined;
  private readonly own = new Map<
    string,
    { readonly of: National; readonly sets: number; readonly calendar: WorkdayCalendar }
  >();

  async calendar(
    manager: EntityManager,
    { national: state, localSets }: CalendarState,
    campaignId: string | null,
  ): Promise<WorkdayCalendar> {
    const national = this.national?.state === state ? this.national : await this.readNational(manager, state);
    if (campaignId === null || localSets === 0) return national.calendar;
    const found = this.own.get(campaignId);
    if (found?.of === national && found.sets === localSets) return found.calendar;
    const sets = await readLocalCalendars(manager, campaignId);
    const calendar = new WorkdayCalendar(national.years, sets);
    this.own.set(campaignId, { of: national, sets: localSets, calendar });
    return calendar;
  }

  private async readNational(manager: EntityManager, state: string): Promise<National> {
    const years = await readCalendarYears(manager);
    this.national = { state, years, calendar: new WorkdayCalendar(years) };
    return this.national;
  }
}
