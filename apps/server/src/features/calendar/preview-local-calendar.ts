import { createHash } from 'node:crypto';
import { calendarLevelName, DomainError, type LocalCalendar, WorkdayCalendar } from '#kernel';
import { readCalendarYears } from '../../database/calendar-years.js';
import { readLocalCalendars, type StoredLocalCalendar } from '../../database/local-calendars.js';
import type { Work } from '../../database/unit-of-work.js';
import { type CampaignFact, readCalendarFacts } from './calendar-facts.queries.js';
import { calendarImpact, type Impact } from './calendar-impact.js';
import type { LocalCalendarPreview } from './local-calendar.dto.js';
import { localDayRows } from './local-day-rows.js';
import { countsByUnit, moveRow, restRow } from './move-rows.js';
import { workingDaysOf } from './working-days-of.js';

/** What saving a local set would do in its campaign, and a fingerprint of exactly that. */
export interface LocalPlan {
  readonly fingerprint: string;
  readonly replaces: StoredLocalCalendar | undefined;
  readonly after: WorkdayCalendar;
  readonly impact: Impact<CampaignFact>;
}

/** @throws DomainError `rule_refused` when there is nothing to take back; see {@link WorkdayCalendar} for the rest */
export async function planLocalCalendar(work: Work, set: LocalCalendar): Promise<LocalPlan> {
  const years = await readCalendarYears(work.manager);
  const sets = await readLocalCalendars(work.manager, work.campaignId);
  const isReplaced = ({ year, level }: LocalCalendar): boolean => year === set.year && level === set.level;
  const replaces = sets.find(isReplaced);
  if (set.days.length === 0 && (replaces?.days.length ?? 0) === 0) {
    const detail = `${set.year}年没有录入过${calendarLevelName(set.level)}放假安排，没有可撤去的日期。`;
    throw new DomainError('rule_refused', { detail });
  }
  const before = new WorkdayCalendar(years, sets);
  const after = new WorkdayCalendar(years, [...sets.filter((one) => !isReplaced(one)), set]);
  const impact = calendarImpact(before, after, await readCalendarFacts(work.manager, work.campaignId));
  const content = [replaces ?? null, set, impact.moves.map(({ move }) => move)];
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { fingerprint, replaces, after, impact };
}

/** The preview the government office sees before it confirms. */
export async function previewLocalCalendar(work: Work, set: LocalCalendar): Promise<LocalCalendarPreview> {
  const { fingerprint, replaces, after, impact } = await planLocalCalendar(work, set);
  const moves = impact.moves.map((moved) => ({ ...moveRow(moved), taskId: moved.fact.taskId }));
  return {
    fingerprint,
    year: set.year,
    level: set.level,
    notice: set.notice,
    replaces: replaces !== undefined && replaces.days.length > 0 ? replaces.notice : null,
    unchanged: replaces !== undefined && contentOf(replaces) === contentOf(set),
    takesBack: set.days.length === 0,
    days: localDayRows(after, set),
    workingDays: workingDaysOf(after, set.year),
    units: countsByUnit(moves),
    moves,
    restDays: impact.restDays.map((rest) => ({ ...restRow(rest), taskId: rest.fact.taskId })),
  };
}

function contentOf({ notice, url, publishedOn, days }: LocalCalendar): string {
  return JSON.stringify([
    [notice, url ?? null, publishedOn ?? null],
    days.map((day) => [day.date, day.kind, day.name, day.notice]),
  ]);
}
