import type { SimulationResult } from './run-simulation.js';
import type { RungCount, SimulatedMonth } from './tally-month.js';

const columns = [
  '月份',
  '交办',
  '销号',
  '月末逾期',
  '延期',
  '消息',
  '其中撤回',
  '其中待核',
  '经放行',
  '站内',
  '邮件',
  '收到的人',
  '一人最多',
  '待制发',
  '月末逾期按级',
  '当月升级',
  '月末在办最多的单位',
] as const;
const busiestShown = 3;

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
        month.released,
        byChannel(month, 'inbox'),
        byChannel(month, 'mail'),
        month.people,
        month.mostForOnePerson,
        month.papers,
        rungs(month.overdueByRung),
        rungs(month.raised),
        busiest(month),
      ].join('\t'),
    ),
  ];
}

function byChannel({ channels }: SimulatedMonth, channel: string): number {
  return channels.find((one) => one.channel === channel)?.messages ?? 0;
}

function rungs(counts: readonly RungCount[]): string {
  return counts.map(({ rung, count }) => `${rung} ${count}`).join('，') || '—';
}

function busiest({ load }: SimulatedMonth): string {
  const most = [...load].sort((a, b) => b.open - a.open).slice(0, busiestShown);
  return most.map(({ unit, open, overdue }) => `${unit} ${open}（逾期 ${overdue}）`).join('，') || '—';
}
