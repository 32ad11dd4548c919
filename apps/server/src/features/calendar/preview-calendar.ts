import { createHash } from 'node:crypto';
import { type CalendarYear, WorkdayCalendar } from '#kernel';
import type { EntityManager } from 'typeorm';
import { readCalendarYears } from '../../database/calendar-years.js';
import { taskNumber } from '../tasks/tasks.module.js';
import { type CampaignFact, readCalendarFacts } from './calendar-facts.queries.js';
import { calendarImpact, type Impact } from './calendar-impact.js';
import type { CalendarPreview, CampaignMoves, UnitMoves } from './calendar.dto.js';
import { workingDaysOf } from './working-days-of.js';

/** What saving a notice would do, and a fingerprint of exactly that. */
export interface CalendarPlan {
  readonly fingerprint: string;
  readonly replaces: CalendarYear | undefined;
  readonly after: WorkdayCalendar;
  readonly impact: Impact<CampaignFact>;
}

export async function planCalendar(manager: EntityManager, year: CalendarYear): Promise<CalendarPlan> {
  const years = await readCalendarYears(manager);
  const before = new WorkdayCalendar(years);
  const after = new WorkdayCalendar([...years.filter((one) => one.year !== year.year), year]);
  const impact = calendarImpact(before, after, await readCalendarFacts(manager));
  const replaces = years.find((one) => one.year === year.year);
  const content = [replaces ?? null, year, impact.moves.map(({ move }) => move)];
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { fingerprint, replaces, after, impact };
}

/** The preview an administrator sees: numbers of tasks, never what they are about. */
export async function previewCalendar(manager: EntityManager, year: CalendarYear): Promise<CalendarPreview> {
  const { fingerprint, replaces, after, impact } = await planCalendar(manager, year);
  return {
    fingerprint,
    year: year.year,
    notice: year.notice,
    replaces: replaces?.notice ?? null,
    unchanged: replaces !== undefined && JSON.stringify(replaces) === JSON.stringify(sorted(year)),
    days: [...year.days],
    workingDays: workingDaysOf(after, year.year),
    campaigns: byCampaign(impact),
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

function byCampaign({ moves, restDays }: Impact<CampaignFact>): CampaignMoves[] {
  const campaigns = new Map<string, CampaignMoves>();
  const entry = (fact: CampaignFact): CampaignMoves => {
    const { campaignId, campaignName } = fact;
    const found = campaigns.get(campaignId) ?? {
      campaignId,
      campaignName,
      units: [],
      moves: [],
      restDays: [],
    };
    campaigns.set(campaignId, found);
    return found;
  };
  for (const { fact, move, explanation } of moves) {
    const { dueOn, newDueOn, effectiveDueOn, newEffectiveDueOn } = move;
    const days = { dueOn, newDueOn, effectiveDueOn, newEffectiveDueOn };
    entry(fact).moves.push({ number: taskNumber(fact.seq), unitName: fact.unitName, ...days, explanation });
  }
  for (const { fact, reason } of restDays) {
    const { unitName, dueOn } = fact;
    entry(fact).restDays.push({ number: taskNumber(fact.seq), unitName, dueOn, reason });
  }
  return [...campaigns.values()].map((one) => ({ ...one, units: countsByUnit(one) }));
}

function countsByUnit({ moves }: CampaignMoves): UnitMoves[] {
  const counts = new Map<string, number>();
  for (const { unitName } of moves) counts.set(unitName, (counts.get(unitName) ?? 0) + 1);
  return [...counts].map(([unitName, count]) => ({ unitName, count }));
}
