import type { RecurringRuleInput, RecurringRuleRow } from '../api/types.js';

type Recurrence = RecurringRuleInput['recurrence'];

const frequencies: Readonly<Record<Recurrence['frequency'], string>> = {
  month: '每月',
  quarter: '每季度',
  half_year: '每半年',
  year: '每年',
  term: '每学期',
};
const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const nths: Readonly<Record<string, string>> = {
  1: '第一个',
  2: '第二个',
  3: '第三个',
  4: '第四个',
  '-1': '最后一个',
};

function dayText({ on }: Recurrence): string {
  if (on.kind === 'day') return `${on.day ?? ''}日`;
  if (on.kind === 'last_working_day') return '最后一个工作日';
  return `${nths[String(on.nth)] ?? ''}${weekdays[on.weekday ?? 0] ?? ''}`;
}

function monthText({ frequency, monthOffset }: Recurrence): string {
  if (frequency === 'month')
    return monthOffset === 0 ? '当月' : monthOffset === 1 ? '次月' : `后第 ${monthOffset} 个月`;
  return `起始月后第 ${monthOffset} 个月`;
}

export const recurringText = {
  title: '循环工作',
  lead: '定期要报的工作写成规则，到时自动交办给各单位；单位只看到任务。',
  add: '新建规则',
  presets: '从常用规则开始',
  use: (count: number) => `采用（${count} 条）`,
  none: '还没有循环规则。',
  noneNext: '新建一条，或从常用规则开始。',
  lastRun: (at: string, text: string) => `最近一次自动生成：${at}，${text}`,
  name: '工作名称',
  when: '什么时候',
  whenText: (rule: Recurrence) =>
    `${rule.interval > 1 ? `每 ${rule.interval} 期，` : ''}${frequencies[rule.frequency]}${monthText(rule)}${dayText(rule)}`,
  units: '单位',
  unitCount: (count: number) => `${count} 个单位`,
  next: '下一期',
  provisional: '暂定',
  state: '状态',
  states: { active: '正在运行', paused: '已停用', ended: '已结束' } satisfies Record<
    RecurringRuleRow['state'],
    string
  >,
  made: (count: number) => `已交办 ${count} 项`,
  edit: '修改',
  pause: '停用',
  resume: '启用',
  end: '结束',
  endConfirm: '结束以后不能再启用，已交办的任务不受影响。确定结束吗？',
  description: '工作要求',
  required: '请填写',
  frequency: '周期',
  frequencies,
  interval: '每几期一次',
  month: '期限所在月份',
  monthHelp: '0 是本期的第一个月；月报次月报送填 1。',
  dayKind: '期限定在',
  dayKinds: { day: '某一日', last_working_day: '最后一个工作日', nth_weekday: '第几个周几' },
  day: '日（31 指月末）',
  nth: '第几个',
  nths,
  weekday: '周几',
  weekdays,
  roll: '遇非工作日',
  firstPeriod: '起始期次',
  periodHelp: '月 2026-03，季 2026-Q1，半年 2026-H1，年 2026，学期 2026-T1（春季）、2026-T2（秋季）',
  lastPeriod: '截止期次（可不填）',
  audience: '交办给',
  audiences: {
    units: '所选单位',
    townships: '全部乡镇街道',
    departments: '全部部门',
    project_units: '有建设项目的单位',
    indicator_leads: '指标的牵头单位',
  } satisfies Record<RecurringRuleInput['audience'], string>,
  audienceHelp:
    '“有建设项目的单位”“指标的牵头单位”在每期交办时按当时的责任单位确定，以后新增的单位自动加入。',
  audienceNow: (name: string) => `${name}（每期交办时确定）`,
  indicator: '指标',
  fallbackUnits: '“责任单位”页没有另定牵头单位时交办给',
  createAhead: '提前几天交办',
  missed: '错过的期次',
  missedPolicies: { all: '每一期都补', latest: '只补最近一期' },
  evidence: '要求的佐证',
  preview: '预览',
  save: '确认保存',
  saved: '规则已保存',
  dates: '今后各期的期限',
  atOnce: (made: number, skipped: number) =>
    `保存后立即交办 ${made} 项${skipped > 0 ? `，按规则略过 ${skipped} 项` : ''}。`,
  stays: (count: number) => `已有的 ${count} 项保持不变`,
  future: '还没有交办的各期',
  same: '不变',
  futureLine: (period: string, before: string, after: string) => `${period}：${before} → ${after}`,
  dropped: '不再有',
  presetRules: '逐条核对期限和单位，可删去不要的；确认以前不会交办任何任务。',
  notAdopted: (name: string) => `“${name}”还没有规则，到期不会自动交办和提醒。`,
  noLeads: '现在没有牵头单位',
  adopt: '去采用',
  dismiss: '不再提示',
  dismissLabel: (name: string) => `不再提示 ${name}`,
  dismissTitle: (name: string) => `不再提示“${name}”？`,
  dismissHint: '以后仍可在“循环工作”页采用。',
  confirmPreset: (count: number) => `确认建立 ${count} 条规则`,
  remove: '不要',
};
