import {
  escalationClockNames,
  type EscalationClock,
  type Ladder,
  ladderClockOf,
  type LadderPriority,
  type Rung,
} from '#campaign-pack';
import { type CivilDate, formatDateShort, type WorkdayCalendar } from '#kernel';
import { workingDaysLeft } from '../tasks/tasks.module.js';

/** One running clock of a task, as it stands today. */
export interface ClockFact {
  readonly taskId: string;
  readonly clock: EscalationClock;
  /** Whose term it is: the lead unit, or the supporting unit on its receipt clock. */
  readonly unitId: string;
  readonly unitName: string;
  /** The last day of the clock's term. */
  readonly dueOn: CivilDate;
  /** Which term: the task's due version; on the verification clock the number of the submission. */
  readonly dueVersion: number;
  readonly priority: LadderPriority;
  /** Highest rung recorded for this term, raised, skipped, or put there by a person; 0: none. */
  readonly highest: number;
  /** The day something was last raised for this term. */
  readonly raisedOn: CivilDate | null;
}

export interface PlannedRung<Fact extends ClockFact = ClockFact> {
  readonly fact: Fact;
  /** Place on the ladder, from 1. */
  readonly position: number;
  readonly rung: Rung;
  /** A rung that tells nobody is passed at once, and that is recorded. */
  readonly outcome: 'raised' | 'skipped_empty';
  readonly daysLate: number;
  readonly replyBy: CivilDate | null;
  readonly ground: string;
}

/**
 * Which rungs are to be recorded now. It goes by state, "reached and not yet recorded", so that running
 * it again plans nothing. A clock climbs in order, and at most one rung a day: after an outage or a pause everybody is
 * told of each rung and has at least a day before the next. Rungs without an audience do not use up the day.
 * @param told whether a rung finds anybody for a fact's task
 */
export function planEscalation<Fact extends ClockFact>(
  facts: readonly Fact[],
  ladder: Ladder,
  calendar: WorkdayCalendar,
  today: CivilDate,
  told: (fact: Fact, rung: Rung) => boolean,
): PlannedRung<Fact>[] {
  const daysLateOf = memoised((due: CivilDate) => 0 - workingDaysLeft(calendar, due, today));
  return facts.flatMap((fact) => {
    if (fact.raisedOn === today) return [];
    const daysLate = daysLateOf(fact.dueOn);
    const planned: PlannedRung<Fact>[] = [];
    for (const { position, rung, from } of climb(ladder, fact)) {
      if (position <= fact.highest) continue;
      if (daysLate < from) break;
      const outcome = told(fact, rung) ? 'raised' : 'skipped_empty';
      const replyBy =
        outcome === 'raised' && rung.replyWorkingDays !== null
          ? calendar.addWorkingDays(today, rung.replyWorkingDays)
          : null;
      planned.push({
        fact,
        position,
        rung,
        outcome,
        daysLate,
        replyBy,
        ground: groundOf(fact, rung, { daysLate, from, outcome }),
      });
      if (outcome === 'raised') break;
    }
    return planned;
  });
}

interface Step {
  readonly position: number;
  readonly rung: Rung;
  /** Working days late from which it is reached. */
  readonly from: number;
}

/**
 * The rungs a task of this priority climbs on this clock; a supporting unit's receipt by the days of receipt. One that
 * starts higher comes to its first rung when a normal task would have come to the ladder's first (三明: urgent matters may
 * start at 橙 or 红).
 */
function climb({ rungs, start }: Ladder, { clock, priority }: ClockFact): Step[] {
  const steps = rungs.flatMap((rung, index) => {
    const from = rung.late[ladderClockOf(clock)];
    return from === undefined ? [] : [{ position: index + 1, rung, from }];
  });
  const [first] = steps;
  const climbed = steps.filter((step) => step.position >= start[priority]);
  return climbed.map((step, index) => (index === 0 && first ? { ...step, from: first.from } : step));
}

function groundOf(
  fact: ClockFact,
  rung: Rung,
  { daysLate, from, outcome }: { daysLate: number; from: number; outcome: PlannedRung['outcome'] },
): string {
  // The lead unit stands beside the task's title; which supporting unit is meant has to be said.
  const unit = fact.clock === 'support_receipt' ? `（${fact.unitName}）` : '';
  const clock = `${escalationClockNames[fact.clock]}${unit}${formatDateShort(fact.dueOn)}`;
  const state = daysLate > 0 ? `已逾期 ${daysLate} 个工作日` : `还有 ${0 - daysLate} 个工作日`;
  const rule = from > 0 ? `逾期满 ${from} 个工作日` : `距期限不超过 ${0 - from} 个工作日`;
  const skipped = rung.audience.length === 0 ? '；本级未设对象，跳过' : '；本级对象查无在用人员，跳过';
  return `${clock}，${state}；规则：${rule}${rung.name}${outcome === 'raised' ? '' : skipped}`;
}

/** Many tasks share a due day, and counting days is the planner's whole cost. */
function memoised<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key) ?? compute(key);
    known.set(key, found);
    return found;
  };
}
