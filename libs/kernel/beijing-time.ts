import { type CivilDate, dateOfDayNumber, dayNumberOf } from './civil-date.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;
// Asia/Shanghai has kept UTC+8 without summer time since 1992, so no time-zone table is needed
// and the answer cannot depend on the TZ of the server.
const offsetMs = 8 * 60 * minuteMs;

/**
 * The calendar day in Asia/Shanghai at an instant.
 * @param instantMs milliseconds since 1970-01-01T00:00Z
 * @example civilDateAt(Date.parse('2022-09-14T16:00:00Z')) // '2022-09-15'
 */
export function civilDateAt(instantMs: number): CivilDate {
  return dateOfDayNumber(Math.floor((instantMs + offsetMs) / dayMs));
}

/**
 * Minutes since midnight in Asia/Shanghai, 0…1439.
 * @param instantMs milliseconds since 1970-01-01T00:00Z
 * @example minutesOfDayAt(Date.parse('2022-09-15T00:30:00Z')) // 510
 */
export function minutesOfDayAt(instantMs: number): number {
  const sinceMidnight = (((instantMs + offsetMs) % dayMs) + dayMs) % dayMs;
  return Math.floor(sinceMidnight / minuteMs);
}

/**
 * The instant of a time of day in Asia/Shanghai.
 * @param time `HH:MM`, 00:00…23:59
 * @returns milliseconds since 1970-01-01T00:00Z
 * @throws RangeError when the time is not `HH:MM`: it is written by a programmer, not by a clerk
 * @example instantAt(civilDate('2022-09-15'), '08:30') // 2022-09-15T00:30:00Z
 */
export function instantAt(date: CivilDate, time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError(`not a time of day in the form HH:MM: ${time}`);
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return dayNumberOf(date) * dayMs + minutes * minuteMs - offsetMs;
}
