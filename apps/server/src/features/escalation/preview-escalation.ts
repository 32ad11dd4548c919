import type { Ladder, Rung } from '#campaign-pack';
import type { CivilDate, WorkdayCalendar } from '#kernel';
import { forecastEscalation } from './forecast-escalation.js';
import type { ClockFact } from './plan-escalation.js';

export interface PreviewDay {
  readonly date: CivilDate;
  /** Tasks that come to each rung on that day, in the order of the ladder; rungs nobody comes to are left out. */
  readonly rungs: readonly { readonly rung: number; readonly name: string; readonly count: number }[];
  /** Persons who get a message. */
  readonly people: number;
}

/**
 * What the ladder would do on the coming working days if nothing changed.
 * @param days working days, today (or the next one) included
 * @param peopleOf the accounts a rung finds for a fact's task
 */
export function previewEscalation<Fact extends ClockFact>(
  facts: readonly Fact[],
  ladder: Ladder,
  calendar: WorkdayCalendar,
  today: CivilDate,
  days: number,
  peopleOf: (fact: Fact, rung: Rung) => readonly string[],
): PreviewDay[] {
  const first = calendar.addWorkingDays(today, 0);
  const dates = Array.from({ length: days }, (_, index) => calendar.addWorkingDays(first, index));
  const span = { first, last: dates.at(-1) ?? first };
  const forecast = forecastEscalation(
    facts,
    ladder,
    calendar,
    span,
    (fact, rung) => peopleOf(fact, rung).length > 0,
  );
  return dates.map((date) => {
    const raised = forecast.filter((one) => one.on === date && one.outcome === 'raised');
    const rungs = ladder.rungs.map(({ name }, index) => ({
      rung: index + 1,
      name,
      count: raised.filter((one) => one.position === index + 1).length,
    }));
    const people = new Set(raised.flatMap((one) => peopleOf(one.fact, one.rung)));
    return { date, rungs: rungs.filter((rung) => rung.count > 0), people: people.size };
  });
}
