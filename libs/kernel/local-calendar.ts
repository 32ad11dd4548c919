import { assertDays, type CalendarDay } from './calendar-year.js';
import type { CivilDate } from './civil-date.js';
import { DomainError } from './domain-error.js';

/** Who may set days of its own on top of the national ones; a later level prevails over those before it. */
export const calendarLevels = ['province', 'city', 'county'] as const;
export type CalendarLevel = (typeof calendarLevels)[number];

const levelNames: Readonly<Record<CalendarLevel, string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
};

/** A day that is off or worked in one place only, with the notice it rests on. */
export interface LocalDay extends CalendarDay {
  readonly notice: string;
}

/** All days a level of government has set for one year in one campaign. Without a day it is a set taken back. */
export interface LocalCalendar {
  readonly year: number;
  readonly level: CalendarLevel;
  /** On which the set was last entered or taken back; its days may rest on earlier ones. */
  readonly notice: string;
  readonly url?: string;
  readonly publishedOn?: CivilDate;
  readonly days: readonly LocalDay[];
}

/** What a local day rests on. */
export interface LocalBasis {
  readonly level: CalendarLevel;
  readonly notice: string;
}

/** @example calendarLevelName('province') // '省级' */
export function calendarLevelName(level: CalendarLevel): string {
  return levelNames[level];
}

/**
 * Sets in the order in which they are to be laid over each other: the province's first, the county's last; within a
 * level by year, so that what a later notice says about the December before it prevails.
 * @throws DomainError `calendar_year_duplicate`, `calendar_day_invalid`
 */
export function layersOf(sets: readonly LocalCalendar[]): LocalCalendar[] {
  const seen = new Set<string>();
  for (const set of sets) {
    assertDays(set);
    const key = `${set.level} ${set.year}`;
    if (seen.has(key)) {
      const detail = `${set.year}年的${calendarLevelName(set.level)}放假安排给了两份。`;
      throw new DomainError('calendar_year_duplicate', { detail });
    }
    seen.add(key);
  }
  const rank = ({ level }: LocalCalendar): number => calendarLevels.indexOf(level);
  return sets.toSorted((a, b) => rank(a) - rank(b) || a.year - b.year);
}
