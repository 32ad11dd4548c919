import type { CivilDate } from '#kernel';
import type { WhyRow } from './reminder-why.dto.js';

/**
 * What comes by rules and by the ladder, in one order of time. Of all that a day would say of a task to a person only the
 * highest rung is sent.
 * @param past what was decided: rungs that nobody was told of yet are told by the next turn
 * @param next the day of that turn
 */
export function joinComing(coming: readonly WhyRow[], past: readonly WhyRow[], next: CivilDate): WhyRow[] {
  const untold = past.filter((row) => row.rung !== null && row.outcome === 'held' && row.messageId === null);
  const highest = new Map<string, WhyRow>();
  for (const row of [...untold.map((one) => ({ ...one, on: next })), ...coming]) {
    const before = highest.get(lineOf(row));
    if (heightOf(row) > (before ? heightOf(before) : 0)) highest.set(lineOf(row), row);
  }
  return coming
    .map((row) => yieldTo(row, highest.get(lineOf(row))))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : heightOf(b) - heightOf(a)));
}

const heightOf = ({ rung }: WhyRow): number => rung?.rung ?? 0;
const lineOf = ({ on, person, task }: WhyRow): string => `${on} ${person?.accountId ?? ''} ${task.id}`;

function yieldTo(row: WhyRow, highest: WhyRow | undefined): WhyRow {
  if (row.outcome !== 'planned' || !highest || heightOf(highest) <= heightOf(row)) return row;
  const reason = `同一天督办阶梯升到“${highest.ruleName}”，并入那一条，不另发`;
  return { ...row, outcome: 'suppressed', reason };
}
