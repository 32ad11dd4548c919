import type { Work } from '../../database/unit-of-work.js';
import type { ForecastSpan } from './forecast-escalation.js';
import { type ForeseenRung, foreseeRungs } from './foresee-rungs.js';
import { readForeseenNotices } from './foreseen-notices.queries.js';
import { readUntoldNotices, type UntoldNotice } from './untold-notices.queries.js';

export interface ForeseenTurn {
  /** What the ladder comes to on that day. */
  readonly rungs: readonly ForeseenRung[];
  /** What the turn of the reminders will have to say of it, and of what nobody was told of yet. */
  readonly notices: readonly UntoldNotice[];
}

/** What the ladder does on the last day of a span, and whom the turn of that day tells; writes nothing. */
export async function foreseeNotices(work: Work, span: ForecastSpan): Promise<ForeseenTurn> {
  const forecast = await foreseeRungs(work, span);
  const rungs = forecast.filter((one) => one.on === span.last);
  const foreseen = await readForeseenNotices(work, rungs);
  // The first turn says all that waits now, so nothing of it is left for a later day.
  const waiting = span.first === span.last ? await readUntoldNotices(work) : [];
  return { rungs, notices: [...waiting, ...foreseen] };
}
