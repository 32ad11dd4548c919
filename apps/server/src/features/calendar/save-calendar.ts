import { type CalendarYear, DomainError } from '#kernel';
import { addCalendarYears } from '../../database/calendar-years.js';
import type { Work } from '../../database/unit-of-work.js';
import { recordAudit } from '../audit/audit.module.js';
import { moveDueDates } from '../tasks/tasks.module.js';
import type { CalendarSaved } from './calendar.dto.js';
import { lockCalendars } from './lock-calendars.js';
import { planCalendar } from './preview-calendar.js';
import { tellUnits } from './tell-units.js';

/**
 * Saves a notice as it was previewed: the year, every due date it moves with its event, and one summary for each unit,
 * all or none.
 * @param work of an administrator, who belongs to no campaign; the campaigns are visited one by one
 * @throws DomainError `preview_stale` when anything is no longer as it was shown
 */
export async function saveCalendar(
  work: Work,
  year: CalendarYear,
  confirmed: { readonly fingerprint: string; readonly origin: string },
): Promise<CalendarSaved> {
  await lockCalendars(work);
  const plan = await planCalendar(work.manager, year);
  if (plan.fingerprint !== confirmed.fingerprint) throw new DomainError('preview_stale');
  const revision = await replaceYear(work, year);
  const reason = `根据${year.notice}（${year.year}年放假安排）重新计算期限`;
  let messages = 0;
  for (const { campaignId, after, impact } of plan.campaigns) {
    const there: Work = { ...work, campaignId, calendar: after };
    await moveDueDates(
      there,
      impact.moves.map(({ move }) => move),
      reason,
    );
    messages += await tellUnits(there, impact.moves, {
      what: `已按${year.notice}载入${year.year}年放假安排`,
      subject: `${year.year}年放假安排载入`,
      key: `${year.year}/${revision}`,
      origin: confirmed.origin,
    });
  }
  await work.fault('calendar-saved');
  await recordAudit(work.manager, {
    at: work.now,
    account: { id: work.actor.accountId, name: work.actor.name },
    action: 'calendar_year',
    target: String(year.year),
    outcome: 'done',
    detail: { before: plan.replaces ?? null, after: year, moved: plan.moved },
  });
  return { year: year.year, moved: plan.moved, messages };
}

/** @returns the year's revision, which makes every process count anew */
async function replaceYear(work: Work, year: CalendarYear): Promise<number> {
  const [[old]] = await work.manager.query<[{ revision: number }[]]>(
    `DELETE FROM calendar_year WHERE year = $1 RETURNING revision`,
    [year.year],
  );
  await addCalendarYears(work.manager, [year]);
  const revision = (old?.revision ?? 0) + 1;
  await work.manager.query(`UPDATE calendar_year SET revision = $2 WHERE year = $1`, [year.year, revision]);
  return revision;
}
