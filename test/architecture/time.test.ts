import { describe, expect, test } from '@jest/globals';
import { filesUnder, linesMatching, type SourceFile } from './project-files.js';

const product = filesUnder('apps/server/src', 'apps/web/src', 'libs').filter(
  ({ path }) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$/.test(path),
);
const server = product.filter(({ path }) => path.startsWith('apps/server/'));

/** Calendar arithmetic by hand: on JS dates, on dayjs, or in SQL. */
const DATE_ARITHMETIC = [
  /\.(get|set)(UTC)?(Date|Day|Month|FullYear)\(/,
  /\.(add|subtract|diff)\([^)]*'(day|week|month|year)s?'\)/,
  /interval\s*'[^']*\b(day|week|month|year)s?\b/i,
  /\b\w+_on\s*[+-]\s*(\d|\$|:)/,
  /\bage\s*\(|\bgenerate_series\s*\([^)]*date/i,
];
const DATABASE_CLOCK =
  /\b(current_date|current_timestamp|localtimestamp|clock_timestamp|statement_timestamp)\b|(?<![.\w])now\(\)/i;
/** There to compare the two clocks; what uses it is found by its import. */
const ONLY_DATABASE_CLOCK = 'apps/server/src/database/database-clock.ts';
/** The web client shows dates the server has reckoned; its one file for that needs the weekday of a date. */
const MAY_RECKON = /^(libs\/kernel\/|apps\/web\/src\/text\/dates\.ts$)/;
/** Timers outside the jobs folder, and why it does no harm when two processes do the same. */
const MAY_RUN_TWICE = new Map([
  ['apps/server/src/features/evidence/evidence-sweeper.ts', 'the sweep takes a lock'],
  ['apps/server/src/features/notifications/inbox-streams.ts', 'each process only reads for its own pages'],
]);
/** What makes something run again by itself. */
const TIMER = /@(Cron|Interval|Timeout)\(|\bsetInterval\(|\baddInterval\(|\baddCronJob\(/;

describe('R-26: one place reckons with dates', () => {
  test('no date arithmetic outside the kernel', () => {
    const outside = product.filter(({ path }) => !MAY_RECKON.test(path));
    for (const pattern of DATE_ARITHMETIC) expect(linesMatching(outside, pattern)).toEqual([]);
  });

  test('SQL takes today and now from the caller, who knows the exercise date', () => {
    const others = server.filter(({ path }) => path !== ONLY_DATABASE_CLOCK);
    expect(linesMatching(others, DATABASE_CLOCK)).toEqual([]);
  });

  test('the patterns do find what they are after', () => {
    const planted: SourceFile = {
      path: 'planted.ts',
      text: [
        'date.setDate(date.getDate() + 1)',
        "dayjs(due).subtract(3, 'day')",
        "due_on < $1 - interval '3 days'",
        'WHERE due_on + 1 < $1',
        'SELECT age(created_at)',
      ].join('\n'),
    };
    for (const pattern of DATE_ARITHMETIC) expect(linesMatching([planted], pattern)).toHaveLength(1);
    const clocks = { path: 'planted.ts', text: 'WHERE due_on < CURRENT_DATE\nWHERE at < now() - $1' };
    expect(linesMatching([clocks], DATABASE_CLOCK)).toHaveLength(2);
  });
});

describe('R-12: work that repeats claims its turn', () => {
  const timers = server.filter(({ text }) => TIMER.test(text));

  test('timers are set in the jobs folder, or listed here with the reason why they may run twice', () => {
    const elsewhere = timers
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('apps/server/src/jobs/'));
    expect(elsewhere.filter((path) => !MAY_RUN_TWICE.has(path))).toEqual([]);
  });

  test('every job the scheduler wakes claims a slot as the first thing it does', () => {
    const names = server.flatMap(({ text }) => jobNames(text));
    expect(names.length).toBeGreaterThanOrEqual(2);
    for (const name of names) {
      const body = server.map(({ text }) => bodyOf(text, name)).find((found) => found !== undefined);
      expect([name, body?.includes('claimSlot(')]).toEqual([name, true]);
    }
  });
});

/** Names in `const scheduledJobs … = [a, b];`, the list every tick goes through. */
function jobNames(text: string): string[] {
  const list = /\bconst scheduledJobs\b[^=]*?= \[([^\]]*)\];/s.exec(text.replaceAll('=>', ''))?.[1] ?? '';
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function bodyOf(text: string, name: string): string | undefined {
  const start = text.search(new RegExp(`export (async )?function ${name}\\b`));
  return start < 0 ? undefined : text.slice(start, text.indexOf('\n}\n', start));
}
