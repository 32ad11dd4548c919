import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const program = `
  import { civilDateAt, formatDate, instantAt, minutesOfDayAt, WorkdayCalendar } from './libs/kernel/index.ts';
  import { calendarDirectory, loadCalendarYears } from './libs/campaign-pack/index.ts';
  const calendar = new WorkdayCalendar(loadCalendarYears(calendarDirectory()));
  const answers = [];
  // Every quarter of an hour around the changes of summer time in America/New_York, and around midnight in Shanghai.
  for (const day of ['2022-03-13', '2022-11-06', '2022-09-30', '2023-01-20']) {
    for (let minutes = 0; minutes < 2880; minutes += 15) {
      const at = Date.parse(day + 'T00:00:00Z') + minutes * 60_000;
      const today = civilDateAt(at);
      answers.push([at, today, minutesOfDayAt(at), formatDate(today), instantAt(today, '08:30'), calendar.addWorkingDays(today, 3)]);
    }
  }
  console.log(JSON.stringify(answers));
`;

test('R-31, R-32: every answer is the same with the server in UTC, Asia/Shanghai and America/New_York', () => {
  const [utc, shanghai, newYork] = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((zone) =>
    execFileSync(
      process.execPath,
      ['--import', './test/support/typescript-loader.mjs', '--input-type=module', '--eval', program],
      { cwd: root, env: { ...process.env, TZ: zone, NODE_OPTIONS: '' }, encoding: 'utf8' },
    ),
  );
  expect(JSON.parse(utc ?? '')).toHaveLength(768);
  expect(shanghai).toBe(utc);
  expect(newYork).toBe(utc);
});
