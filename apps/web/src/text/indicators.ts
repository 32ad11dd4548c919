import type {
  BoardRow,
  Conclusion,
  DataSetKind,
  ResourceIndicator,
  SchoolKind,
  SchoolTable,
  Stage,
  TraceRow,
  TrendChange,
  Verdict,
} from '../api/types.js';

export type Judged = Verdict | Conclusion;

export const verdictText: Record<Judged, string> = {
  met: '达标',
  unmet: '未达标',
  to_verify: '待核实',
  no_data: '无数据',
  not_applicable: '不适用',
  error: '计算错误',
};

export const verdictMeaning: Record<Judged, string> = {
  met: '按精确值计算，达到这条线',
  unmet: '按精确值计算，没有达到这条线',
  to_verify: '有数据缺失或计算错误，既不算达标也不算未达标',
  no_data: '还没有这项数据，不按 0 计算',
  not_applicable: '这所学校、这个学段或这个日期不评这一项',
  error: '数据有矛盾，算不出来，请核对原表',
};

export const stageText: Record<Stage, string> = { primary: '小学', junior: '初中' };

export const schoolKindText: Record<SchoolKind, string> = {
  primary: '小学',
  teaching_point: '教学点',
  junior: '初级中学',
  nine_year: '九年一贯制',
  twelve_year: '十二年一贯制',
  complete_secondary: '完全中学',
  special: '特殊教育学校',
};

export const dataSetKindText: Record<DataSetKind, string> = { annual: '年报', self_check: '自测' };

/** Column heads of the matrix: the full names do not fit. */
export const resourceShort: Record<ResourceIndicator, string> = {
  C1: '高于规定学历教师',
  C2: '骨干教师',
  C3: '体艺教师',
  C4: '教学用房',
  C5: '体育场馆',
  C6: '仪器设备',
  C7: '多媒体教室',
};

export const groupText: Record<BoardRow['group'], string> = {
  resources: '资源配置',
  guarantee: '政府保障程度',
  quality: '教育质量',
  approval: '社会认可度',
};

export const levelText: Record<BoardRow['level'], string> = { school: '逐校', county: '全县' };
export const typeText: Record<BoardRow['type'], string> = {
  computed: '计算',
  counted: '计数',
  judged: '凭佐证判定',
};
export const cycleText: Record<BoardRow['cycle'], string> = {
  census: '每年9月20日前，随学年初报表',
  fiscal: '上一财政年度决算后',
  yearly: '每学年结束',
  evidence: '随佐证更新',
};

export const traceKindText: Record<TraceRow['kind'], string> = {
  input: '数据',
  formula: '公式',
  parameter: '标准和参数',
  step: '计算',
  verdict: '结论',
  note: '说明',
};

export const indicatorsText = {
  legend: '图例',
  pages: '指标各页',
  board: '指标看板',
  matrix: '学校矩阵',
  remedy: '补差建议',
  projection: '推演',
  data: '数据导入',
  dataSet: '数据集',
  dataSetName: (year: string, kind: DataSetKind, date: string) =>
    `${year} 学年${dataSetKindText[kind]}（${date}）`,
  asOf: (date: string) => `按 ${date} 有效的标准评价`,
  noData: '还没有学校数据。',
  noDataNext:
    '先下载模板填写学校基本情况表（班级情况表可放在同一工作簿里），再到数据导入页上传；导入后这里逐项给出结论。',
  noDataOthers: '由政府办或教育局导入学校数据后，这里逐项给出结论。',
  goToImport: '去导入数据',
  template: { schools: '学校表模板', classes: '班级表模板' } satisfies Record<SchoolTable, string>,
  national: '国家标准',
  local: '本地目标',
  noLocal: '没有另定',
  noFigure: '无数据',
  weak: '待核',
  weakHint: '依据是转载或通行做法，尚未取得官方原文',
};

export const boardText = {
  county: '全县结论',
  workbook: '导出 Excel',
  reasons: '为什么',
  indicator: '指标',
  value: '数值或学校数',
  course: '趋势与数据',
  change: { better: '改善', same: '持平', worse: '变差' } satisfies Record<TrendChange, string>,
  changeFrom: (date: string) => `比${date}`,
  point: (date: string, kind: string, text: string) => `${date}（${kind}）${text}`,
  dataAge: (date: string, days: number) => `${date}的数据，已 ${days} 天`,
  dataLate: '已过数据截止日，应更新',
  dataDue: (date: string) => `下次数据截止 ${date}`,
  tasks: '任务',
  openTasks: (count: number) => `${count} 项未销号`,
  openTasksLabel: (id: string, count: number) => `${id} 未销号任务 ${count} 项`,
  units: '责任单位',
  lead: '牵头',
  support: '配合',
  sections: (unmet: number, total: number) => `${total} 个校段中 ${unmet} 个未达标`,
  unmetLabel: (id: string) => `${id} 未达标的学校`,
  vetoes: '一票否决事项',
  vetoEvents: (count: number) => (count === 0 ? '没有登记事件' : `登记 ${count} 起`),
  vetoVerdict: { met: '未发现', unmet: '已触发', to_verify: '待核实' },
  filter: '按结论筛选',
  unit: '责任单位',
  allUnits: '全部单位',
  count: (count: number) => `共 ${count} 项`,
  emptyFiltered: '没有符合条件的指标。',
  fingerprint: '评价指纹',
  fingerprintHint: '数据和标准都不变，指纹就不变',
};

export const matrixText = {
  stage: '学段',
  bothStages: '两个学段',
  school: '学校',
  kind: '办学类型',
  students: '在校生',
  conclusion: '结论',
  missedCount: '未达项',
  caption: '学校资源配置达标情况',
  tableLabel: '学校与 7 项指标',
  heat: '颜色按数值与国家标准之比',
  heatLevels: ['低于 85%', '85% 以上，未达标', '达标', '标准的 1.2 倍以上'],
  filter: '筛选学校',
  missed: (id: string) => `只看 ${id} 未达标的`,
  anyMissed: '全部指标',
  missedFilter: '未达标的指标',
  verdictFilter: '学校结论',
  anyVerdict: '全部结论',
  search: '搜索学校',
  count: (shown: number, total: number) => `显示 ${shown} 行，共 ${total} 行`,
  emptyFiltered: '没有符合条件的学校。',
  belowFloor: '低于标准的 85%',
  workbook: (stage: string) => `导出${stage} Excel`,
  coefficients: (stage: string) => `校际差异系数 · ${stage}`,
  coefficient: '差异系数',
  indicator: '指标',
  limit: (text: string) => `上限 ${text}`,
  bar: '与上限比较',
  missing: (count: number) => `${count} 所学校缺数据`,
  contradictory: '显示值与判定看似矛盾，判定按精确值',
  excluded: '不计入评价的学校',
  excludedCount: (count: number) => `${count} 所`,
  sortHint: '点表头排序；点学校名看每个数字怎样算出来；点未达标的数字看原因、生成任务。',
  figureLabel: (school: string, indicator: string, text: string, verdict: string) =>
    `${school} ${indicator} ${text} ${verdict}`,
};

export const schoolText = {
  back: '回到学校矩阵',
  workbook: '导出 Excel',
  students: (count: number) => `在校生 ${count} 人`,
  studentsMissing: '在校生无数据',
  figure: '指标',
  value: '数值',
  why: '为什么',
  whyOf: (name: string) => `${name}：为什么`,
  ratio: '与国标之比',
  percent: (ratio: number) => `${Math.round(ratio * 1000) / 10}%`,
  floorMissed: '低于标准的 85%',
  other: '其他逐校评价的指标',
  excluded: '这所学校不计入资源配置评价',
  sectionWhy: '学校结论怎样得出',
  cell: (address: string) => `单元格 ${address}`,
  noSections: '没有计入评价的学段。',
};
