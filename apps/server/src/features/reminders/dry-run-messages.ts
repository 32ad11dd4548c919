import { taskNumber } from '../tasks/tasks.module.js';
import { type Digest, type DigestItem, itemKey } from './digest-item.js';
import type { DryRunMessage, DryRunTask } from './dry-run.dto.js';
import { placeOf } from './place-of-person.js';
import type { TaskForPerson } from './reminder-facts.queries.js';
import type { DecidedReminder } from './yield-to-rungs.js';

/**
 * The digests of a turn, line by line.
 * @param sent the reminders among the lines: each names the rule that speaks
 */
export function messagesOf(
  digests: readonly Digest[],
  sent: readonly DecidedReminder<TaskForPerson>[],
): DryRunMessage[] {
  const rules = new Map(sent.map(({ fact, ruleName }) => [itemKey(fact), ruleName]));
  return digests.map((digest) => {
    const [{ task }] = digest;
    return {
      accountId: task.accountId,
      personName: task.personName,
      unitName: placeOf(task.personRole, task.unitName),
      hasAddress: task.address !== null,
      tasks: digest.map((item) => lineOf(item, rules)),
    };
  });
}

function lineOf({ task, reason }: DigestItem, rules: ReadonlyMap<string, string>): DryRunTask {
  return {
    id: task.taskId,
    number: taskNumber(task.seq),
    title: task.title,
    effectiveDueOn: task.effectiveDueOn,
    ruleName: reason.rung ?? rules.get(itemKey(task)) ?? '',
    rung: reason.rung === null ? null : reason.severity,
    ground: reason.text,
  };
}
