import { civilDate, formatDate } from '#kernel';
import type { DryRunRung, DryRunView } from './dry-run.dto.js';

/** The dry run as plain text, for the command line. */
export function dryRunText(view: DryRunView): string {
  const day = formatDate(civilDate(view.on));
  if (!view.workingDay) return `${day}不是工作日，不发提醒。`;
  if (view.messages.length === 0 && view.rungs.length === 0) return `${day}没有要发的提醒。`;
  return [
    `${day}将发 ${view.messages.length} 封提醒，其中督办阶梯 ${view.raised} 项次、任务提醒 ${view.reminders} 项次；并入更要紧的 ${view.superseded} 项次。`,
    ...view.rungs.map(rungLine),
    ...view.rules.map((rule) => `  ${rule.name}：${rule.reminders} 项次，${rule.people} 人`),
    ...view.messages.flatMap((message) => [
      '',
      `${message.unitName ?? '政府办'} ${message.personName}${message.hasAddress ? '' : '（没有邮箱地址）'}`,
      ...message.tasks.map(
        (task) =>
          `  ${task.number} ${task.title}（期限 ${task.effectiveDueOn ?? '未定'}，${task.ruleName}${task.ground === null ? '' : `：${task.ground}`}）`,
      ),
    ]),
    ...(view.provisional ? ['', '注：这一年的放假安排尚未公布，日子为暂定。'] : []),
  ].join('\n');
}

function rungLine({ name, tasks, people, skipped }: DryRunRung): string {
  return `  督办阶梯 ${name}：${tasks} 项任务，${people} 人${skipped > 0 ? `；查无对象跳过 ${skipped} 项` : ''}`;
}
