import { join } from 'node:path';
import { loadCalendarYears, packDataDirectory } from '../../dist/libs/campaign-pack/index.js';
import { addDays, WorkdayCalendar } from '../../dist/libs/kernel/index.js';
import { median } from './measure.mjs';

const count = 100_000;
const day = 86_400_000;

/** 100,000 spans of up to 60 days counted; against a plain loop over Date that knows weekends only. */
export async function workingDays() {
  const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
  const spans = Array.from({ length: count }, (_, index) => {
    const from = addDays('2021-01-01', (index * 37) % 2000);
    return { from, to: addDays(from, index % 61) };
  });
  const n = 5;
  const value = await median(n, () => {
    for (const { from, to } of spans) calendar.workingDaysBetween(from, to);
  });
  const yardstickValue = await median(n, () => {
    for (const { from, to } of spans) weekdaysBetween(from, to);
  });
  return {
    figure: `working days of ${count} spans of 0–60 days`,
    unit: 'ms',
    value,
    yardstick: 'plain loop with Date, weekends only',
    yardstickValue,
    n,
  };
}

function weekdaysBetween(from, to) {
  let found = 0;
  const last = Date.parse(to);
  for (let at = Date.parse(from) + day; at <= last; at += day) {
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) found += 1;
  }
  return found;
}
