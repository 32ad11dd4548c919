import { taskNumber } from '../tasks/tasks.module.js';
import type { CampaignFact } from './calendar-facts.queries.js';
import type { Impact, Moved } from './calendar-impact.js';
import type { DueMoveRow, RestDayRow, UnitMoves } from './calendar.dto.js';

/** A moved due date by its task's number, with no word of what the task is about. */
export function moveRow({ fact, move, explanation }: Moved<CampaignFact>): DueMoveRow {
  const { dueOn, newDueOn, effectiveDueOn, newEffectiveDueOn } = move;
  return {
    number: taskNumber(fact.seq),
    unitName: fact.unitName,
    ...{ dueOn, newDueOn, effectiveDueOn, newEffectiveDueOn },
    explanation,
  };
}

export function restRow({ fact, reason }: Impact<CampaignFact>['restDays'][number]): RestDayRow {
  return { number: taskNumber(fact.seq), unitName: fact.unitName, dueOn: fact.dueOn, reason };
}

export function countsByUnit(moves: readonly DueMoveRow[]): UnitMoves[] {
  const counts = new Map<string, number>();
  for (const { unitName } of moves) counts.set(unitName, (counts.get(unitName) ?? 0) + 1);
  return [...counts].map(([unitName, count]) => ({ unitName, count }));
}
