import type { EvidenceKind, Priority } from '../tasks/tasks.module.js';

/** One thing somebody does on a day. `by` is a login; `note` is what they write. */
export interface ExampleStep {
  readonly on: string;
  readonly by: string;
  readonly act: ExampleAct;
  readonly note?: string;
}

export type ExampleAct =
  | 'sign'
  | 'report'
  | 'upload'
  | 'submit'
  | 'return'
  | 'close'
  | 'suspend'
  | 'cancel'
  | 'support_sign'
  | 'support_report';

/** A task of the example: what it was made from, for whom, and what happened to it until 2022-09-15. */
export interface ExampleTask {
  /** Kind and id of the pack's entry, e.g. `duty duty-finance-1`. */
  readonly source: string;
  /** Only where the source does not name one. */
  readonly lead?: string;
  readonly support?: readonly string[];
  readonly due: string | null;
  readonly made: string;
  readonly draft?: boolean;
  readonly priority?: Priority;
  readonly evidence?: readonly EvidenceKind[];
  readonly steps?: readonly ExampleStep[];
}

const step = (on: string, by: string, act: ExampleAct, note?: string): ExampleStep =>
  note === undefined ? { on, by, act } : { on, by, act, note };

/** Departments: signed, running, late, returned, suspended, closed. */
const departments: readonly ExampleTask[] = [
  {
    source: 'duty duty-finance-1',
    support: ['education'],
    due: '2022-09-30',
    made: '2022-07-04',
    priority: 'important',
    evidence: ['document', 'accounts'],
    steps: [
      step('2022-07-05', 'czj', 'sign'),
      step('2022-07-06', 'jyj', 'support_sign'),
      step('2022-08-12', 'czj', 'report', '已完成上半年义务教育经费清算，正在核对公用经费拨付凭证。'),
      step('2022-08-15', 'jyj', 'support_report', '已提供2022年春季学期在校生人数。'),
    ],
  },
  {
    source: 'duty duty-finance-4',
    due: '2022-09-09',
    made: '2022-08-01',
    evidence: ['accounts'],
    steps: [
      step('2022-08-02', 'czj', 'sign'),
      step('2022-08-30', 'czj', 'report', '专项资金支出明细已汇总，两所学校的凭证还在补。'),
    ],
  },
  { source: 'duty duty-finance-8', support: ['education'], due: '2022-10-31', made: '2022-09-14' },
  {
    source: 'duty duty-finance-5',
    due: '2022-08-31',
    made: '2022-06-20',
    evidence: ['accounts'],
    steps: [
      step('2022-06-21', 'czj', 'sign'),
      step('2022-07-20', 'czj', 'report', '配套资金已列入预算调整方案。'),
      step('2022-08-22', 'czj', 'upload', 'accounts'),
      step('2022-08-22', 'czj', 'submit'),
      step('2022-08-25', 'zfb', 'close', '凭证与拨付比例一致，同意销号。'),
    ],
  },
  {
    source: 'duty duty-education-1',
    support: ['development', 'resources'],
    due: '2022-06-30',
    made: '2022-04-11',
    priority: 'important',
    evidence: ['document'],
    steps: [
      step('2022-04-12', 'jyj', 'sign'),
      step('2022-05-20', 'jyj', 'report', '规划初稿已征求有关部门意见。'),
      step('2022-06-27', 'jyj', 'upload', 'document'),
      step('2022-06-27', 'jyj', 'submit'),
      step('2022-06-29', 'zfbzr', 'close', '规划已印发。'),
    ],
  },
  {
    source: 'duty duty-education-5',
    due: '2022-09-20',
    made: '2022-07-18',
    evidence: ['report'],
    steps: [
      step('2022-07-19', 'jyj', 'sign'),
      step('2022-08-19', 'jyj', 'report', '自评资料已收齐八成。'),
      step('2022-09-05', 'jyj', 'upload', 'report'),
      step('2022-09-05', 'jyj', 'submit'),
      step('2022-09-08', 'zfb', 'return', '自评报告缺少分校数据附表，请补充后再报。'),
    ],
  },
  {
    source: 'duty duty-education-4',
    due: '2022-09-23',
    made: '2022-06-06',
    evidence: ['report'],
    steps: [
      step('2022-06-07', 'jyj', 'sign'),
      step('2022-07-29', 'jyj', 'report', '教研活动和质量监测按月开展。'),
      step('2022-09-13', 'jyj', 'upload', 'report'),
      step('2022-09-13', 'jyj', 'submit'),
    ],
  },
  { source: 'duty duty-development-3', due: '2022-09-13', made: '2022-08-22', priority: 'urgent' },
  {
    source: 'duty duty-housing-2',
    support: ['resources'],
    due: '2022-09-20',
    made: '2022-07-11',
    steps: [
      step('2022-07-12', 'zjj', 'sign'),
      step('2022-09-01', 'zjj', 'report', '蒋坡小学施工许可已办结，另两所在办。'),
    ],
  },
  {
    source: 'duty duty-housing-1',
    due: '2022-08-31',
    made: '2022-06-13',
    evidence: ['photo'],
    steps: [
      step('2022-06-15', 'zjj', 'sign'),
      step('2022-08-05', 'zjj', 'report', '已抽查5所学校，3所需整改。'),
    ],
  },
  {
    source: 'duty duty-resources-5',
    due: '2022-09-23',
    made: '2022-07-04',
    steps: [
      step('2022-07-06', 'zyj', 'sign'),
      step('2022-08-26', 'zyj', 'report', '三宗学校用地已完成勘测定界。'),
    ],
  },
  {
    source: 'duty duty-police-7',
    due: '2022-09-08',
    made: '2022-07-25',
    evidence: ['ledger'],
    steps: [
      step('2022-07-26', 'gaj', 'sign'),
      step('2022-08-29', 'gaj', 'report', '开学前安全隐患排查已覆盖全部学校。'),
      step('2022-09-02', 'gaj', 'upload', 'ledger'),
      step('2022-09-02', 'gaj', 'submit'),
      step('2022-09-06', 'zfb', 'close', '台账完整，同意销号。'),
    ],
  },
  {
    source: 'duty duty-police-1',
    due: '2022-09-15',
    made: '2022-08-08',
    steps: [
      step('2022-08-09', 'gaj', 'sign'),
      step('2022-09-02', 'gaj', 'report', '护学岗已设立，正在统计到岗情况。'),
    ],
  },
  { source: 'duty duty-civil-3', due: null, made: '2022-07-18', steps: [step('2022-07-20', 'mzj', 'sign')] },
  {
    source: 'duty duty-health-2',
    due: '2022-10-14',
    made: '2022-08-15',
    steps: [
      step('2022-08-16', 'wjw', 'sign'),
      step('2022-09-07', 'wjw', 'report', '已对12所学校开展卫生保健检查。'),
    ],
  },
  {
    source: 'duty duty-market-2',
    due: '2022-09-16',
    made: '2022-08-15',
    steps: [
      step('2022-08-16', 'scj', 'sign'),
      step('2022-09-14', 'scj', 'report', '校园周边餐饮门店检查完毕。'),
      step('2022-09-14', 'scj', 'submit'),
    ],
  },
  {
    source: 'duty duty-market-3',
    support: ['police'],
    due: '2022-08-31',
    made: '2022-07-11',
    steps: [step('2022-07-13', 'scj', 'sign'), step('2022-08-10', 'scj', 'report', '摸排出9家，已关停6家。')],
  },
  {
    source: 'duty duty-tax-1',
    due: '2022-07-29',
    made: '2022-06-13',
    steps: [
      step('2022-06-14', 'swj', 'sign'),
      step('2022-07-15', 'swj', 'report', '上半年两项附加征收入库。'),
      step('2022-07-27', 'swj', 'submit'),
      step('2022-07-28', 'zfb', 'close', '数据与财政局一致。'),
    ],
  },
  {
    source: 'duty duty-personnel-1',
    support: ['education'],
    due: '2022-09-08',
    made: '2022-06-20',
    evidence: ['roster'],
    steps: [
      step('2022-06-21', 'rsj', 'sign'),
      step('2022-08-26', 'rsj', 'report', '招聘教师已完成体检考察。'),
      step('2022-09-05', 'rsj', 'upload', 'roster'),
      step('2022-09-05', 'rsj', 'submit'),
      step('2022-09-14', 'zfb', 'return', '名册与编制数不一致，请核对后重报。'),
    ],
  },
  {
    source: 'duty duty-personnel-3',
    due: '2022-09-30',
    made: '2022-07-04',
    steps: [
      step('2022-07-05', 'rsj', 'sign'),
      step('2022-08-18', 'zfbzr', 'suspend', '等待上级工资调整文件，收到后恢复办理。'),
    ],
  },
  {
    source: 'duty duty-statistics-1',
    due: '2022-09-22',
    made: '2022-08-22',
    steps: [step('2022-08-23', 'tjj', 'sign')],
  },
  {
    source: 'duty duty-disabled-2',
    support: ['education', 'civil'],
    due: '2022-10-20',
    made: '2022-09-05',
    steps: [step('2022-09-06', 'cl', 'sign')],
  },
  {
    source: 'duty duty-office-2',
    due: '2022-12-30',
    made: '2022-07-04',
    steps: [
      step('2022-07-04', 'zfb', 'sign'),
      step('2022-09-01', 'zfb', 'report', '8月调度会已召开，各单位进度已汇总。'),
    ],
  },
];

/** Townships: one duty for six of them, standing differently. */
const townships: readonly ExampleTask[] = [
  {
    lead: 'township-01',
    steps: [
      step('2022-08-24', 'xz01', 'sign'),
      step('2022-09-02', 'xz01', 'report', '适龄儿童摸底已完成，无失学。'),
    ],
  },
  { lead: 'township-02', steps: [step('2022-08-25', 'xz02', 'sign')] },
  { lead: 'township-03' },
  {
    lead: 'township-04',
    steps: [step('2022-08-23', 'xz04', 'sign'), step('2022-08-31', 'xz04', 'report', '正在逐村核对名单。')],
  },
  {
    lead: 'township-05',
    steps: [
      step('2022-08-23', 'xz05', 'sign'),
      step('2022-09-05', 'xz05', 'submit'),
      step('2022-09-07', 'zfb', 'close', '核对无误。'),
    ],
  },
  { lead: 'township-06' },
].map((task) => ({ ...task, source: 'duty duty-township-1', due: '2022-09-14', made: '2022-08-22' }));

/** From projects and targets, and what the office has only prepared. */
const others: readonly ExampleTask[] = [
  {
    source: 'project school-jiangpo',
    lead: 'education',
    support: ['housing', 'resources'],
    due: '2022-12-30',
    made: '2022-07-11',
    priority: 'important',
    steps: [
      step('2022-07-12', 'jyj', 'sign'),
      step('2022-07-13', 'zjj', 'support_sign'),
      step('2022-09-05', 'jyj', 'report', '主体工程完成一半。'),
      step('2022-09-06', 'zjj', 'support_report', '质量监督每周一次。'),
    ],
  },
  {
    source: 'target c12-class-junior',
    lead: 'education',
    due: '2023-08-31',
    made: '2022-08-29',
    evidence: ['ledger', 'roster'],
    steps: [step('2022-08-30', 'jyj', 'sign')],
  },
  { source: 'duty duty-education-3', due: '2022-11-30', made: '2022-09-14', draft: true },
  { source: 'duty duty-health-6', due: null, made: '2022-09-14', draft: true },
  {
    source: 'duty duty-civil-6',
    due: '2022-09-30',
    made: '2022-08-01',
    steps: [step('2022-08-03', 'zfb', 'cancel', '与公安局任务重复，合并办理。')],
  },
];

export const exampleStory: readonly ExampleTask[] = [...departments, ...townships, ...others];
