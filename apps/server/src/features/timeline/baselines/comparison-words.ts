import { type CivilDate, formatDateShort } from '#kernel';
import { type TaskState, taskStateNames } from '../../tasks/tasks.module.js';
import type { BaselineComparisonRow } from './baselines.dto.js';
import type { ComparedItem, SnapshotChange, SnapshotItem, SnapshotKind } from './compare-snapshots.js';

export const snapshotKindNames: Readonly<Record<SnapshotKind, string>> = {
  phase: '阶段',
  milestone: '节点',
  task: '任务',
  target: '目标值',
};

export const snapshotChangeNames: Readonly<Record<SnapshotChange, string>> = {
  added: '新增',
  removed: '撤销',
  moved: '移动',
  changed: '内容变化',
  unchanged: '未变',
};

const otherStates: Readonly<Record<string, string>> = { open: '未完成', done: '已完成', passed: '已过关' };

/** A target has no state of its own here: its figure is judged on the indicator pages. */
export function snapshotStateName({ kind, state }: SnapshotItem): string | null {
  if (kind === 'target') return null;
  return kind === 'task' ? taskStateNames[state as TaskState] : (otherStates[state] ?? state);
}

/** What differs besides the due day. */
export function changeDetail({ before, after }: ComparedItem): string {
  if (!before || !after) return '';
  const fields: readonly (readonly [string, string | null, string | null])[] = [
    ['名称', before.title, after.title],
    ['单位', before.unit, after.unit],
    ['要求', before.value, after.value],
    ...(after.kind === 'phase'
      ? ([['开始', dayText(before.startsOn), dayText(after.startsOn)]] as const)
      : []),
  ];
  return fields
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name}：${was ?? '无'} → ${is ?? '无'}`)
    .join('；');
}

export function dayText(date: CivilDate | null): string {
  return date === null ? '待定' : formatDateShort(date);
}

/** `推后 5 个工作日（7 天）`; 定期、改待定 when one of the days is not known. */
export function movedText({ before, after, change, movedDays, movedWorkingDays }: ComparedItem): string {
  if (change !== 'moved' || !before || !after) return '';
  if (movedDays === null || movedWorkingDays === null) {
    if (before.dueOn === after.dueOn) return '截止未动';
    return before.dueOn === null ? '由待定改为定期' : '改为待定';
  }
  const way = movedDays > 0 ? '推后' : '提前';
  return `${way} ${Math.abs(movedWorkingDays)} 个工作日（${Math.abs(movedDays)} 天）`;
}

export function marksText({ slipped, closedSince }: BaselineComparisonRow): string {
  return [...(slipped ? ['超过基线期限'] : []), ...(closedSince ? ['此后完成'] : [])].join('、');
}

/** How the rows came about; printed on the table, and said on the page. */
export const comparisonMethod =
  '期限按批准的延期计，审核和中止占用的时间不算移动；提交审核后又销号的任务以提交日为完成日。超过基线期限：到对照日仍未完成，或完成日晚于基线期限。';
