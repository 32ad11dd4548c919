import { calendarLevelName, DomainError, type LocalCalendar } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { recordAudit } from '../audit/audit.module.js';
import { moveDueDates } from '../tasks/tasks.module.js';
import type { CalendarSaved } from './calendar.dto.js';
import { lockCalendars } from './lock-calendars.js';
import { planLocalCalendar } from './preview-local-calendar.js';
import { tellUnits } from './tell-units.js';

/**
 * Saves a level's days for a year as they were previewed, or takes them back: the set, every due date of the campaign
 * it moves with its event, and one summary for each unit, all or none.
 * @throws DomainError `preview_stale` when anything is no longer as it was shown
 */
export async function saveLocalCalendar(
  work: Work,
  set: LocalCalendar,
  confirmed: { readonly fingerprint: string; readonly origin: string },
): Promise<CalendarSaved> {
  await lockCalendars(work);
  const plan = await planLocalCalendar(work, set);
  if (plan.fingerprint !== confirmed.fingerprint) throw new DomainError('preview_stale');
  const revision = (plan.replaces?.revision ?? 0) + 1;
  await addLocalCalendar(work, set, revision);
  const there: Work = { ...work, calendar: plan.after };
  const { what, subject, reason } = wordsOf(set);
  await moveDueDates(
    there,
    plan.impact.moves.map(({ move }) => move),
    reason,
  );
  const messages = await tellUnits(there, plan.impact.moves, {
    what,
    subject,
    key: `${set.year}/${set.level}/${revision}`,
    origin: confirmed.origin,
  });
  await work.fault('calendar-saved');
  await recordAudit(work.manager, {
    at: work.now,
    account: { id: work.actor.accountId, name: work.actor.name },
    campaignId: work.campaignId,
    action: 'local_calendar',
    target: `${set.year} ${set.level}`,
    outcome: 'done',
    detail: { before: plan.replaces ?? null, after: set, moved: plan.impact.moves.length },
  });
  return { year: set.year, moved: plan.impact.moves.length, messages };
}

function wordsOf({ year, level, notice, days }: LocalCalendar): {
  readonly what: string;
  readonly subject: string;
  readonly reason: string;
} {
  const name = `${year}年${calendarLevelName(level)}放假安排`;
  const done = days.length === 0 ? '撤去' : '录入';
  return {
    what: `已按${notice}${done}${name}`,
    subject: `${name}${done}`,
    reason: `根据${notice}（${done}${name}）重新计算期限`,
  };
}

async function addLocalCalendar(work: Work, set: LocalCalendar, revision: number): Promise<void> {
  const id = work.newId();
  await work.manager.query(
    `INSERT INTO local_calendar (campaign_id, id, year, level, revision, notice, url, published_on, entered_by, entered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[work.campaignId, id, set.year, set.level, revision, set.notice],
      ...[set.url ?? null, set.publishedOn ?? null, work.actor.accountId, work.now],
    ],
  );
  await work.manager.query(
    `INSERT INTO local_calendar_day (campaign_id, calendar_id, day, kind, name, notice)
     SELECT $1, $2, date, kind, name, notice
     FROM json_to_recordset($3) AS d(date date, kind text, name text, notice text)`,
    [work.campaignId, id, JSON.stringify(set.days)],
  );
}
