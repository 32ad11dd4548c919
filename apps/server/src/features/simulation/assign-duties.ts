import { type CivilDate, yearOf } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { createTasks } from '../tasks/tasks.module.js';
import { chance } from './chance.js';

// The first due day of a year is not sooner than this many working days after assignment.
const shortestTerm = 10;
const rowsPerBatch = 400;

/**
 * Gives every unit its duties for the rest of the year; duties of all townships go to each of them. Due days are spread
 * over the working days until the end of the year, by the seed.
 */
export async function assignDuties(work: Work, seed: number, until: CivilDate): Promise<void> {
  const rows = await work.manager.query<{ duty: string; entry: string; unit: string; unitEntry: string }[]>(
    `SELECT d.id AS duty, d.entry, u.id AS unit, u.entry AS "unitEntry"
     FROM duty d JOIN unit u ON u.campaign_id = d.campaign_id AND (u.id = d.unit_id OR u.kind = 'township' AND d.unit_id IS NULL)
     WHERE d.campaign_id = $1 AND NOT d.withdrawn AND NOT u.withdrawn ORDER BY d.position, u.position`,
    [work.campaignId],
  );
  const year = yearOf(work.today);
  const end = [`${year}-12-31` as CivilDate, until].sort()[0] ?? until;
  const room = Math.max(0, work.calendar.workingDaysBetween(work.today, end) - shortestTerm);
  const items = rows.map(({ duty, entry, unit, unitEntry }) => ({
    source: { kind: 'duty' as const, id: duty },
    leadUnitId: unit,
    dueOn: work.calendar.addWorkingDays(
      work.today,
      shortestTerm + Math.floor(chance(seed, year, entry, unitEntry, 'due') * room),
    ),
  }));
  for (let start = 0; start < items.length; start += rowsPerBatch) {
    await createTasks(work, {
      requestId: work.newId(),
      assign: true,
      items: items.slice(start, start + rowsPerBatch),
    });
  }
}
