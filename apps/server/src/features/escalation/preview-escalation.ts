import type { Ladder, Rung } from '#campaign-pack';
import type { CivilDate, WorkdayCalendar } from '#kernel';
import { type ClockFact, planEscalation } from './plan-escalation.js';

export interface PreviewDay {
  readonly date: CivilDate;
  /** Tasks that come to each rung on that day, in the order of the ladder; rungs nobody comes to are left out. */
  readonly rungs: readonly { readonly rung: number; readonly name: string; readonly count: number }[];
  /** Persons who get a message. */
  readonly people: number;
}

/**
 * What the ladder would do on the coming working days if nothing changed: the planner itself, run day after day on its
 * own results.
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
  let present = facts;
  let date = calendar.isWorkingDay(today) ? today : calendar.addWorkingDays(today, 1);
  const preview: PreviewDay[] = [];
  for (let day = 0; day < days; day += 1) {
    const planned = planEscalation(
      present,
      ladder,
      calendar,
      date,
      (fact, rung) => peopleOf(fact, rung).length > 0,
    );
    const raised = planned.filter((one) => one.outcome === 'raised');
    const rungs = ladder.rungs.map(({ name }, index) => ({
      rung: index + 1,
      name,
      count: raised.filter((one) => one.position === index + 1).length,
    }));
    const people = new Set(raised.flatMap((one) => peopleOf(one.fact, one.rung)));
    preview.push({ date, rungs: rungs.filter((rung) => rung.count > 0), people: people.size });
    const highest = new Map(planned.map((one) => [one.fact, one.position]));
    const moved = new Set(raised.map((one) => one.fact));
    const on = date;
    present = present.map((fact) => ({
      ...fact,
      highest: highest.get(fact) ?? fact.highest,
      raisedOn: moved.has(fact) ? on : fact.raisedOn,
    }));
    date = calendar.addWorkingDays(date, 1);
  }
  return preview;
}
