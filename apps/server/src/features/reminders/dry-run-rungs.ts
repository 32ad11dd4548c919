import type { ForeseenRung, UntoldNotice } from '../escalation/escalation.module.js';
import type { DryRunRung } from './dry-run.dto.js';

interface Counted {
  readonly name: string;
  readonly tasks: Set<string>;
  readonly people: Set<string>;
  readonly skipped: Set<string>;
}

/** How many tasks come to each rung and whom that tells, with those that pass it by. */
export function rungsOf(rungs: readonly ForeseenRung[], notices: readonly UntoldNotice[]): DryRunRung[] {
  const counted = new Map<number, Counted>();
  const of = (rung: number, name: string): Counted => {
    const found = counted.get(rung) ?? { name, tasks: new Set(), people: new Set(), skipped: new Set() };
    counted.set(rung, found);
    return found;
  };
  for (const { rung, rungName, taskId, accountId } of notices) {
    const row = of(rung, rungName);
    row.tasks.add(taskId);
    row.people.add(accountId);
  }
  for (const { outcome, position, rung, fact } of rungs) {
    if (outcome === 'skipped_empty') of(position, rung.name).skipped.add(fact.taskId);
  }
  return [...counted]
    .sort(([a], [b]) => a - b)
    .map(([rung, { name, tasks, people, skipped }]) => ({
      rung,
      name,
      tasks: tasks.size,
      people: people.size,
      skipped: skipped.size,
    }));
}
