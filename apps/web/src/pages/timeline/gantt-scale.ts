import { dayNumberOf, dayNumberOfMonth } from '../../text/dates.js';
import { ganttText } from '../../text/timeline.js';

export type Zoom = 'month' | 'quarter' | 'year';
export const zooms: readonly Zoom[] = ['month', 'quarter', 'year'];

/** A stretch of days with its name. */
export interface Tick {
  label: string;
  /** In percent of the axis. */
  left: number;
  width: number;
}

export interface Axis {
  days: number;
  /** Width on the screen; on paper the axis is as wide as the sheet. */
  pixels: number;
  /** Where a day begins, in percent of the axis. */
  at: (date: string) => number;
  years: Tick[];
  ticks: Tick[];
}

const pixelsPerDay: Record<Zoom, number> = { month: 5, quarter: 2, year: 0.8 };
const monthsPerTick: Record<Zoom, number> = { month: 1, quarter: 3, year: 12 };

/** Months count from 0. */
function monthOf(date = ''): { year: number; month: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) - 1 };
}

function tickName(zoom: Zoom, year: number, month: number): string {
  if (zoom === 'year') return ganttText.year(year);
  return zoom === 'month' ? ganttText.month(month + 1) : ganttText.quarter(month / 3 + 1);
}

/**
 * The axis over all the dates, from the start of a year's tick to the end of one, with room for words at its end.
 * @param dates at least one
 */
export function axisOver(dates: readonly string[], zoom: Zoom): Axis {
  const sorted = dates.toSorted();
  const step = monthsPerTick[zoom];
  const begin = monthOf(sorted[0]);
  const end = monthOf(sorted.at(-1));
  const startMonth = Math.floor(begin.month / step) * step;
  const first = dayNumberOfMonth(begin.year, startMonth);
  const months = (end.year - begin.year) * 12 + end.month - startMonth;
  // A word stands right of its bar: there has to be something right of the last one.
  const count = Math.max(Math.floor(months / step) + 2, 2);
  const edges = Array.from({ length: count + 1 }, (_, index) =>
    dayNumberOfMonth(begin.year, startMonth + index * step),
  );
  const days = (edges.at(-1) ?? first) - first;
  const percent = (day: number): number => ((day - first) / days) * 100;
  const ticks = edges.slice(0, -1).map((from, index) => {
    const month = startMonth + index * step;
    const [year, inYear] = [begin.year + Math.floor(month / 12), month % 12];
    const width = percent(edges[index + 1] ?? from) - percent(from);
    return { label: tickName(zoom, year, inYear), left: percent(from), width, year };
  });
  return {
    days,
    pixels: Math.round(days * pixelsPerDay[zoom]),
    at: (date) => percent(dayNumberOf(date)),
    years: yearsOf(ticks),
    ticks,
  };
}

function yearsOf(ticks: readonly (Tick & { year: number })[]): Tick[] {
  return [...new Set(ticks.map(({ year }) => year))].map((year) => {
    const own = ticks.filter((tick) => tick.year === year);
    return {
      label: ganttText.year(year),
      left: own[0]?.left ?? 0,
      width: own.reduce((sum, { width }) => sum + width, 0),
    };
  });
}

/** The stretch a bar takes, the last day included and never too narrow to be seen. */
export function barOf(axis: Axis, from: string, to: string): { left: string; width: string } {
  const left = axis.at(from);
  const oneDay = 100 / axis.days;
  const width = Math.max(axis.at(to) + oneDay - left, oneDay * 3);
  return { left: `${left}%`, width: `${width}%` };
}
