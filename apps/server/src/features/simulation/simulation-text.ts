import type { SimulationResult } from './run-simulation.js';

const columns = [
  '月份',
  '交办',
  '销号',
  '月末逾期',
  '延期',
  '消息',
  '其中撤回',
  '其中待核',
  '收到的人',
  '一人最多',
  '待制发',
  '升级',
] as const;

/** A table for the console: a line a month. */
export function simulationText(result: SimulationResult): string[] {
  const { from, to, seed, behaviour, ladder, tasks, messages, papers, workingDays, months } = result;
  return [
    `推演 ${from} 至 ${to}（${workingDays} 个工作日），办事习惯：${behaviour}，督办阶梯：${ladder}，随机种子 ${seed}`,
    `任务 ${tasks} 项，消息 ${messages} 条，须制发的文书 ${papers} 份`,
    columns.join('\t'),
    ...months.map((month) =>
      [
        month.month,
        month.assigned,
        month.closed,
        month.overdue,
        month.extensions,
        month.messages,
        month.withdrawn,
        month.held,
        month.people,
        month.mostForOnePerson,
        month.papers,
        month.raised.map(({ rung, count }) => `${rung} ${count}`).join('，') || '—',
      ].join('\t'),
    ),
  ];
}
