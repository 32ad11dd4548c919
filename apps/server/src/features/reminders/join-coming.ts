import type { CivilDate } from '#kernel';
import type { WhyRow } from './reminder-why.dto.js';

/** A coming row, with whose clock a rung is on; null: by a rule. */
export interface ComingLine {
  readonly row: WhyRow;
  readonly unitId: string | null;
}

/**
 * What comes by rules and by the ladder, in one order of time. Of all that a day would say of a task to a person only the
 * highest rung of each unit is sent, and no date beside a rung.
 * @param past what was decided: rungs that nobody was told of yet are told by the next turn
 * @param next the day of that turn
 */
export function joinComing(
  coming: readonly ComingLine[],
  past: readonly WhyRow[],
  next: CivilDate,
): WhyRow[] {
  const untold = past.filter((row) => row.rung !== null && row.outcome === 'held' && row.messageId === null);
  const highest = new Map<string, WhyRow>();
  const note = (key: string, row: WhyRow): void => {
    if (heightOf(row) > heightOf(highest.get(key))) highest.set(key, row);
  };
  for (const row of untold) note(lineOf({ ...row, on: next }), row);
  for (const { row, unitId } of coming) {
    note(lineOf(row), row);
    note(`${lineOf(row)} ${unitId}`, row);
  }
  return coming
    .map(({ row, unitId }) =>
      yieldTo(row, highest.get(row.rung === null ? lineOf(row) : `${lineOf(row)} ${unitId}`)),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : heightOf(b) - heightOf(a)));
}

const heightOf = (row: WhyRow | undefined): number => row?.rung?.rung ?? 0;
const lineOf = ({ on, person, task }: WhyRow): string => `${on} ${person?.accountId ?? ''} ${task.id}`;

function yieldTo(row: WhyRow, highest: WhyRow | undefined): WhyRow {
  if (row.outcome !== 'planned' || !highest || heightOf(highest) <= heightOf(row)) return row;
  const reason = `同一天督办阶梯升到“${highest.ruleName}”，并入那一条，不另发`;
  return { ...row, outcome: 'suppressed', reason };
}
