import type { Rung } from '#campaign-pack';
import type { Work } from '../../database/unit-of-work.js';
import { readPeople, readTaskClocks, type TaskClock } from './escalation-facts.queries.js';
import { forecastEscalation, type ForecastRung, type ForecastSpan } from './forecast-escalation.js';
import { readActiveLadder } from './ladder.queries.js';
import { type Person, resolveAudience } from './resolve-audience.js';

/** A rung that the ladder in force will come to, with the persons it will tell. */
export interface ForeseenRung extends ForecastRung<TaskClock> {
  readonly people: readonly Person[];
}

/**
 * What the ladder in force would record in a span if nothing changed meanwhile: the clocks, people and planner of its own
 * turn, and as many statements. Nothing while the ladder rests.
 * @param taskId only of this task
 */
export async function foreseeRungs(
  work: Work,
  span: ForecastSpan,
  taskId: string | null = null,
): Promise<ForeseenRung[]> {
  const version = await readActiveLadder(work);
  if (!version) return [];
  const clocks = await readTaskClocks(work, taskId);
  const people = await readPeople(work, version.leaderIds);
  const audienceOf = (clock: TaskClock, rung: Rung): Person[] =>
    resolveAudience(people, rung, clock.unitId, clock.clock);
  const forecast = forecastEscalation(
    clocks,
    version.ladder,
    work.calendar,
    span,
    (clock, rung) => audienceOf(clock, rung).length > 0,
  );
  return forecast.map((one) => ({
    ...one,
    people: one.outcome === 'raised' ? audienceOf(one.fact, one.rung) : [],
  }));
}
