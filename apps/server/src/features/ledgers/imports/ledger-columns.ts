import type { LedgerColumn, LedgerKind, LedgerSubject } from '#campaign-pack';
import type { Column } from '../../indicators/indicators.module.js';
import { largestCount } from '../entries/entry-fields.js';

/** Headers that the list's workbook and the import share, so that the one can be read as the other. */
export const headers = {
  number: '台账编号',
  subject: '台账对象',
  problem: '问题描述',
  stage: '学段',
  grade: '年级',
  className: '班级',
  schoolCode: '学校标识码',
  schoolName: '学校名称',
  indicator: '对应指标',
  category: '类别',
  openedValue: '建账时数值',
  line: '标准上限',
  value: '现数值',
  dataAsOf: '数据截至',
  cause: '成因',
  measure: '措施',
  measureNote: '措施说明',
  project: '建设项目',
  unit: '责任单位',
  township: '乡镇（街道）',
  dueOn: '计划完成时间',
  targetYear: '目标年份',
  state: '台账状态',
  relapses: '反弹次数',
  progress: '最新进展',
  openedOn: '建账日期',
  achievedOn: '解决日期',
} as const;

export const stageNames = { primary: '小学', junior: '初中' } as const;

const text = { type: 'text' } as const;
const plain = { required: false, unit: null };

const school: readonly Column[] = [
  {
    header: headers.schoolCode,
    aliases: ['标识码', '学校代码', '学校标识代码', '学校（标识码）'],
    path: 'schoolCode',
    kind: { type: 'code', digits: 10 },
    ...plain,
    guide: '10 位国家学校标识码，按文本填写；须在最近的学校表中',
  },
  {
    header: headers.schoolName,
    aliases: ['学校'],
    path: 'schoolName',
    kind: text,
    ...plain,
    guide: '与学校标识码核对，可不填',
  },
];

function stageColumn(guide: string): Column {
  return {
    header: headers.stage,
    aliases: ['学段/办学类型'],
    path: 'stage',
    kind: {
      type: 'choice',
      choices: new Map([...Object.entries(stageNames)].map(([stage, name]) => [name, stage])),
    },
    ...plain,
    guide,
  };
}

const keyColumns: Readonly<Record<LedgerSubject, readonly Column[]>> = {
  class: [
    ...school,
    stageColumn('可不填：六年级及以下按小学、七年级及以上按初中'),
    {
      header: headers.grade,
      path: 'grade',
      kind: text,
      ...plain,
      guide: '一年级至九年级，或 1 至 9，按所填日期当时的年级',
    },
    {
      header: headers.className,
      aliases: ['班级名称', '班'],
      path: 'className',
      kind: text,
      ...plain,
      guide: '1、1班、（1）班、一班是同一个班',
    },
  ],
  school,
  school_indicator: [
    ...school,
    stageColumn('小学或初中，与台账一致'),
    {
      header: headers.indicator,
      aliases: ['指标', '指标编号'],
      path: 'indicator',
      kind: text,
      ...plain,
      guide: '指标编号，如 C1',
    },
  ],
  problem: [
    {
      header: headers.problem,
      aliases: ['存在问题', '主要问题', '问题内容', '问题'],
      path: 'subject',
      kind: text,
      ...plain,
      guide: '写明什么问题，不写个人信息',
    },
    ...school,
    {
      header: headers.indicator,
      aliases: ['指标', '指标编号'],
      path: 'indicator',
      kind: text,
      ...plain,
      guide: '指标编号，如 C12，可不填',
    },
  ],
  count: school,
};

/** What data tell of a class or school when its entry is opened; afterwards only imported data change it. */
const measured: readonly Column[] = [
  {
    header: headers.openedValue,
    aliases: ['建账时人数', '建账时点人数', '建账时学生数', '班级人数', '学生数', '人数'],
    path: 'openedValue',
    kind: { type: 'integer', largest: largestCount },
    ...plain,
    guide: '只在新建账时采用；已在账的以导入的数据为准',
  },
  {
    header: headers.line,
    aliases: ['班额上限', '上限', '标准', '规模上限'],
    path: 'line',
    kind: { type: 'integer', largest: largestCount },
    ...plain,
    guide: '只在新建账时采用',
  },
];

const planColumns: readonly Column[] = [
  {
    header: headers.cause,
    aliases: ['原因', '产生原因', '形成原因', '问题成因'],
    path: 'cause',
    kind: text,
    ...plain,
    guide: '一句话',
  },
  {
    header: headers.measure,
    aliases: ['整改措施', '消除措施', '化解措施'],
    path: 'measure',
    kind: text,
    ...plain,
    guide: '从本台账的措施中选，也可另写',
  },
  {
    header: headers.measureNote,
    aliases: ['具体措施', '措施内容'],
    path: 'measureNote',
    kind: text,
    ...plain,
    guide: '怎样做，可不填',
  },
  {
    header: headers.project,
    aliases: ['对应项目', '项目', '项目名称'],
    path: 'project',
    kind: text,
    ...plain,
    guide: '方案中的建设项目，写作“2026年某某学校”',
  },
  {
    header: headers.unit,
    aliases: ['牵头/责任单位', '牵头责任单位', '责任部门', '整改责任单位'],
    path: 'unit',
    kind: text,
    ...plain,
    guide: '成员单位的全称、简称或别名',
  },
  {
    header: headers.township,
    aliases: ['乡镇', '乡镇街道', '所属乡镇', '所在乡镇', '乡镇（街道办）'],
    path: 'township',
    kind: text,
    ...plain,
    guide: '学校所在的乡镇、街道',
  },
  {
    header: headers.dueOn,
    aliases: ['计划消除时间', '计划销号时间', '完成时限', '整改时限', '完成期限', '时限'],
    path: 'dueOn',
    kind: { type: 'date' },
    ...plain,
    guide: '写到日',
  },
  {
    header: headers.targetYear,
    aliases: ['年度', '目标年度', '消除年度'],
    path: 'targetYear',
    kind: text,
    ...plain,
    guide: '四位年份',
  },
];

/** Known and left alone: the program has them from data and from the steps people take. */
const system: readonly Column[] = [
  { header: '序号' },
  { header: headers.subject },
  { header: headers.category },
  { header: headers.value, aliases: ['现人数', '现有人数'] },
  { header: headers.dataAsOf },
  { header: headers.state, aliases: ['状态', '销号状态'] },
  { header: headers.relapses, aliases: ['反弹'] },
  { header: headers.progress, aliases: ['进展', '进展情况', '整改进展'] },
  { header: headers.openedOn },
  { header: headers.achievedOn, aliases: ['销号日期', '销号时间'] },
].map((column) => ({ ...column, path: column.header, kind: { type: 'skipped' }, ...plain, guide: '' }));

const number: Column = {
  header: headers.number,
  aliases: ['编号', '问题编号'],
  path: 'number',
  kind: text,
  ...plain,
  guide: '更新已在账的条目时填写，新建账的留空',
};

/** Columns a person may fill in for a kind, in the order of the template. */
export function fillableColumns(kind: LedgerKind): Column[] {
  const hasData = kind.subject === 'class' || kind.subject === 'school';
  return [
    number,
    ...keyColumns[kind.subject],
    ...(hasData ? measured : []),
    ...kind.columns.map(ownColumn),
    ...planColumns,
  ];
}

/** All columns that are known when a ledger of a kind is read. */
export function knownColumns(kind: LedgerKind): Column[] {
  return [...fillableColumns(kind), ...system];
}

/** Where the value of a kind's own column goes. */
export function ownPath(key: string): string {
  return `fields.${key}`;
}

function ownColumn({ key, name, type, choices, required }: LedgerColumn): Column {
  const guide = required ? '新建账时必填' : '可不填';
  return {
    header: name,
    aliases: ownAliases[name] ?? [],
    path: ownPath(key),
    kind: ownKind(type, choices),
    ...plain,
    guide,
  };
}

const ownAliases: Readonly<Record<string, readonly string[]>> = {
  问题来源: ['来源'],
  发现日期: ['发现时间'],
  整改目标: ['销号标准', '整改目标（销号标准）'],
  需增教师: ['需要教师', '需教师'],
  需增教室: ['需要教室', '需教室'],
  需增学位: ['需要学位', '需学位'],
};

function ownKind(type: LedgerColumn['type'], choices: readonly string[]): Column['kind'] {
  switch (type) {
    case 'integer':
      return { type, largest: largestCount };
    case 'choice':
      return { type, choices: new Map(choices.map((choice) => [choice, choice])) };
    default:
      return { type };
  }
}
