import { type Ladder, ladderClockOf, type Rung } from '#campaign-pack';
import { addDays, type CivilDate, type WorkdayCalendar } from '#kernel';
import { type ClockFact, planEscalation, type PlannedRung } from './plan-escalation.js';

export interface ForecastRung<Fact extends ClockFact = ClockFact> extends PlannedRung<Fact> {
  readonly on: CivilDate;
}

/** The days a forecast looks at, both included. */
export interface ForecastSpan {
  /** A working day. */
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/**
 * What the turns of a span would record if nothing changed meanwhile: the planner itself, run on its own results. A clock
 * is looked at on the days on which it can come to a rung, and not on those between.
 * @param told whether a rung finds anybody for a fact's task
 * @returns in the order of the days
 */
export function forecastEscalation<Fact extends ClockFact>(
  facts: readonly Fact[],
  ladder: Ladder,
  calendar: WorkdayCalendar,
  { first, last }: ForecastSpan,
  told: (fact: Fact, rung: Rung) => boolean,
): ForecastRung<Fact>[] {
  const nextReach = reachDays(ladder, calendar);
  const agenda = new Map<CivilDate, Fact[]>([[first, [...facts]]]);
  const forecast: ForecastRung<Fact>[] = [];
  for (let today = earliest(agenda); today !== undefined && today <= last; today = earliest(agenda)) {
    const on = today;
    const looked = agenda.get(on) ?? [];
    agenda.delete(on);
    const planned = planEscalation(looked, ladder, calendar, on, told);
    forecast.push(...planned.map((one) => ({ ...one, on })));
    for (const fact of afterDay(looked, planned, on)) {
      const next = fact.raisedOn === on ? calendar.addWorkingDays(on, 1) : nextReach(fact, on);
      if (next === undefined) continue;
      const others = agenda.get(next);
      if (others) others.push(fact);
      else agenda.set(next, [fact]);
    }
  }
  return forecast;
}

function earliest(agenda: ReadonlyMap<CivilDate, unknown>): CivilDate | undefined {
  let found: CivilDate | undefined;
  for (const day of agenda.keys()) if (found === undefined || day < found) found = day;
  return found;
}

/** The clocks as the rungs of a day leave them. */
function afterDay<Fact extends ClockFact>(
  facts: readonly Fact[],
  planned: readonly PlannedRung<Fact>[],
  on: CivilDate,
): Fact[] {
  // Of several rungs of a clock the last one counts: it is the highest, and the only one that tells somebody.
  const moved = new Map(planned.map((one) => [one.fact, one]));
  return facts.map((fact) => {
    const rung = moved.get(fact);
    if (!rung) return fact;
    const raisedOn = rung.outcome === 'raised' ? on : fact.raisedOn;
    return { ...fact, highest: rung.position, raisedOn };
  });
}

/** The next working day after a day on which a clock reaches what some rung waits for. */
function reachDays(
  ladder: Ladder,
  calendar: WorkdayCalendar,
): (fact: ClockFact, after: CivilDate) => CivilDate | undefined {
  const known = new Map<string, readonly CivilDate[]>();
  return ({ clock, dueOn }, after) => {
    const key = `${clock} ${dueOn}`;
    const found =
      known.get(key) ??
      ladder.rungs.flatMap(({ late }) => {
        const from = late[ladderClockOf(clock)];
        return from === undefined ? [] : [firstDayLate(calendar, dueOn, from)];
      });
    known.set(key, found);
    return found.filter((day) => day > after).toSorted()[0];
  };
}

/** The first working day on which a clock is so many working days late; negative: so many are left at most. */
function firstDayLate(calendar: WorkdayCalendar, due: CivilDate, days: number): CivilDate {
  return days > 0 ? calendar.addWorkingDays(due, days) : calendar.addWorkingDays(addDays(due, 1), days - 1);
}
