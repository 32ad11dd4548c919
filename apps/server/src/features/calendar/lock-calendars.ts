import type { Work } from '../../database/unit-of-work.js';

// Chosen at random once.
const calendarLock = 5_820_173_946;

/** One change of any calendar at a time: a local set is counted on top of a national one that must not move meanwhile. */
export async function lockCalendars(work: Work): Promise<void> {
  await work.manager.query(`SELECT pg_advisory_xact_lock($1)`, [calendarLock]);
}
