import { type CivilDate, civilDateAt, computeDue, type DueRule, faultsOfDueRule, ruleText } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { DueRuleInput, DueRuleView } from './due-rule.dto.js';
import type { TaskEdit } from './edit-task.dto.js';
import type { LockedTask } from './tasks.repository.js';

/** The due date of a task, and the rule it was counted by. */
interface Due {
  readonly dueOn: CivilDate | null;
  readonly dueRule: DueRule | null;
}

/** Whoever names no day to count from means the day of assignment. */
export function toDueRule(input: DueRuleInput): DueRule {
  const startOn = input.startOn ?? null;
  return {
    kind: input.kind,
    count: input.count,
    roll: input.kind === 'working_days' ? 'none' : (input.roll ?? 'none'),
    from: startOn === null ? 'assignment' : 'date',
    startOn,
  };
}

/** The due date of a new task: named, or counted as if it were assigned today. */
export function resolveDue(
  work: Work,
  item: { readonly dueOn?: CivilDate | null; readonly dueRule?: DueRuleInput },
): {
  readonly dueOn: CivilDate | null;
  readonly rule: DueRule | null;
  readonly faults: readonly { readonly field: string; readonly message: string }[];
} {
  const dueOn = item.dueOn ?? null;
  if (!item.dueRule) return { dueOn, rule: null, faults: [] };
  const rule = toDueRule(item.dueRule);
  const faults = [
    ...faultsOfDueRule(rule).map((message) => ({ field: 'dueRule', message })),
    ...(dueOn ? [{ field: 'dueRule', message: '期限日期和期限算法只能填一样' }] : []),
  ];
  if (faults.length > 0) return { dueOn, rule, faults };
  return {
    dueOn: computeDue(work.calendar, { ...rule, startOn: rule.startOn ?? work.today }).end,
    rule,
    faults,
  };
}

/** What a draft's due date becomes when it is assigned today; a day named by a person stays. */
export function dueAtAssignment(work: Work, task: Due): Due {
  if (!task.dueRule) return { dueOn: task.dueOn, dueRule: null };
  const dueRule =
    task.dueRule.from === 'assignment' ? { ...task.dueRule, startOn: work.today } : task.dueRule;
  return { dueOn: computeDue(work.calendar, dueRule).end, dueRule };
}

export type CountedEdit = Omit<TaskEdit, 'dueRule'> & { readonly dueRule?: DueRule };

/** An edit whose rule, if it has a usable one, is counted out into a due date. */
export function withDueCounted(work: Work, task: LockedTask, edit: TaskEdit): CountedEdit {
  const { dueRule: input, ...rest } = edit;
  if (!input) return rest;
  const rule = toDueRule(input);
  const assignedOn = task.assignedAt === null ? null : civilDateAt(task.assignedAt.getTime());
  const dueRule = { ...rule, startOn: rule.startOn ?? assignedOn };
  if (faultsOfDueRule(rule).length > 0) return { ...rest, dueRule };
  const counted = { ...dueRule, startOn: dueRule.startOn ?? work.today };
  return { ...rest, dueRule, dueOn: computeDue(work.calendar, counted).end };
}

export function refuseDueRule(rule: DueRule | undefined): { pointer: string; message: string }[] {
  return rule ? faultsOfDueRule(rule).map((message) => ({ pointer: '/dueRule', message })) : [];
}

/**
 * The rule beside a due date, with what was counted. A date that has been set otherwise since, such as by an extension,
 * does not come from it any more.
 */
export function toDueRuleView(work: Work, rule: DueRule | null, dueOn: CivilDate | null): DueRuleView | null {
  if (!rule) return null;
  if (rule.startOn === null) {
    const text = `${ruleText(rule)}，交办时计算。`;
    return { ...rule, text, skipped: [], notices: [], provisional: false };
  }
  const { end, text, skipped, notices, provisional } = computeDue(work.calendar, rule);
  return end === dueOn ? { ...rule, text, skipped: [...skipped], notices: [...notices], provisional } : null;
}
