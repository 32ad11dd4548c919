import type { FactsChange } from '../projects/projects.module.js';

/** How many days before the opening each milestone is planned. */
export const milestoneDays = [
  { milestone: 'approval', before: 600 },
  { milestone: 'land', before: 540 },
  { milestone: 'permit', before: 480 },
  { milestone: 'tender', before: 430 },
  { milestone: 'start', before: 380 },
  { milestone: 'structure', before: 200 },
  { milestone: 'completion', before: 60 },
  { milestone: 'acceptance', before: 20 },
  { milestone: 'opening', before: 0 },
] as const;

/** Invented, all of it; money in 万元. */
export interface ExampleProject {
  readonly entry: string;
  readonly facts: Omit<FactsChange, 'version' | 'units' | 'planned'>;
  readonly planned: Readonly<Record<string, string>>;
  readonly arranged?: string;
  readonly paid?: string;
  /** Planned opening; the other milestones are planned back from it. */
  readonly opening: string;
  /** How many of the milestones were reached, and how many days late each. */
  readonly reached: number;
  readonly late: number;
  /** Reached, but never reported. */
  readonly without?: readonly string[];
  readonly replanned?: {
    readonly on: string;
    readonly reason: string;
    readonly days: readonly { readonly milestone: string; readonly day: string }[];
  };
  readonly reportedOn?: string;
  readonly reporter?: string;
  readonly text?: string;
  /** Units by role; without it the usual ones. */
  readonly units?: Readonly<Record<string, string>>;
}

const done = { reached: 9, reportedOn: '2022-04-20' };
const primary = (places: number, classes: number) => ({ placesPrimary: places, classesPrimary: classes });
const junior = (places: number, classes: number) => ({ placesJunior: places, classesJunior: classes });

const of2020: readonly ExampleProject[] = [
  {
    entry: 'school-yucai-street',
    facts: primary(1620, 36),
    planned: { budget: '4200' },
    arranged: '4200',
    paid: '4100',
    opening: '2020-09-01',
    late: 0,
    ...done,
  },
  {
    entry: 'school-xincheng-first-primary',
    facts: primary(1440, 32),
    planned: { budget: '3900' },
    arranged: '3900',
    paid: '3900',
    opening: '2020-09-01',
    late: 6,
    ...done,
  },
  {
    entry: 'school-xincheng-first-junior',
    facts: junior(1300, 26),
    planned: { budget: '4600' },
    arranged: '4600',
    paid: '4450',
    opening: '2020-09-01',
    late: 6,
    ...done,
  },
  {
    entry: 'school-bfsu-affiliated',
    facts: { ...primary(1220, 28), ...junior(760, 16) },
    planned: { enterprise: '9800' },
    opening: '2020-09-01',
    late: 0,
    ...done,
  },
  {
    entry: 'school-xuanyuan-primary',
    facts: primary(1440, 32),
    planned: { budget: '3800' },
    arranged: '3800',
    paid: '3800',
    opening: '2020-09-01',
    late: 0,
    ...done,
  },
  {
    entry: 'school-xuanyuan-junior',
    facts: junior(1350, 27),
    planned: { budget: '4300' },
    arranged: '4300',
    paid: '4300',
    opening: '2020-09-01',
    late: 12,
    ...done,
  },
];

const of2021: readonly ExampleProject[] = [
  {
    entry: 'school-kaiyang-road',
    facts: primary(1485, 33),
    planned: { ppp: '7200' },
    opening: '2021-09-01',
    late: 0,
    ...done,
  },
  {
    entry: 'school-dongdajie-junior',
    facts: junior(1900, 38),
    planned: { ppp: '11800' },
    opening: '2021-09-01',
    late: 15,
    ...done,
  },
  {
    entry: 'school-changle-road-junior',
    facts: junior(1950, 39),
    planned: { ppp: '12400' },
    opening: '2021-09-01',
    late: 3,
    ...done,
  },
  {
    entry: 'school-dahong-road',
    facts: primary(1350, 30),
    planned: { budget: '6100' },
    arranged: '6100',
    paid: '5600',
    opening: '2021-09-01',
    late: 20,
    ...done,
  },
  {
    entry: 'school-pingan-road',
    facts: primary(1620, 36),
    planned: { budget: '3000', bonds: '4400' },
    arranged: '3000',
    paid: '2900',
    opening: '2021-09-01',
    late: 25,
    reached: 9,
    without: ['acceptance'],
    reportedOn: '2022-08-26',
    text: '已投用，验收资料正在补齐。',
  },
  {
    entry: 'school-huigou',
    facts: primary(900, 20),
    planned: { budget: '2600' },
    arranged: '2600',
    paid: '2600',
    opening: '2021-09-01',
    late: 0,
    ...done,
  },
  {
    entry: 'school-changle-road-second',
    facts: primary(1620, 36),
    planned: { bonds: '7600' },
    opening: '2021-09-01',
    late: 0,
    ...done,
  },
];

const of2022: readonly ExampleProject[] = [
  {
    entry: 'school-baoen-street-junior',
    facts: junior(900, 18),
    planned: { budget: '5900' },
    arranged: '5200',
    paid: '4700',
    opening: '2022-09-01',
    reached: 9,
    late: 8,
    reportedOn: '2022-09-14',
    without: ['opening'],
    text: '已验收，开学典礼推迟，正在搬迁课桌椅。',
  },
  {
    entry: 'school-jiangpo',
    facts: {
      ...primary(1620, 36),
      roomArea: '8100',
      sportsArea: '12600',
      networkRooms: 38,
      equipment: '340',
      musicRooms: 3,
      artRooms: 3,
    },
    planned: { budget: '4100', bonds: '2200' },
    arranged: '2600',
    paid: '1900',
    opening: '2023-02-20',
    reached: 5,
    late: 18,
    replanned: {
      on: '2022-08-10',
      reason: '雨季停工，主体工期顺延',
      days: [{ milestone: 'structure', day: '2022-10-15' }],
    },
    text: '主体工程完成一半。',
  },
  {
    entry: 'school-quliang-third-junior',
    facts: {
      ...junior(900, 18),
      schoolCode: '3990000132',
      roomArea: '6300',
      sportsArea: '9800',
      networkRooms: 24,
      equipment: '260',
    },
    planned: { budget: '3600' },
    arranged: '1500',
    paid: '1100',
    opening: '2023-03-10',
    reached: 5,
    late: 0,
    reportedOn: '2022-07-20',
    text: '主体施工到二层，雨季停工。',
  },
];

const of2023: readonly ExampleProject[] = [
  {
    entry: 'school-gangniu',
    facts: { ...primary(675, 15), roomArea: '3500' },
    planned: { budget: '4200' },
    arranged: '600',
    opening: '2023-09-01',
    reached: 4,
    late: 0,
    reportedOn: '2022-08-30',
    reporter: 'zjj',
    replanned: {
      on: '2022-06-10',
      reason: '征地补偿延后，开工顺延',
      days: [{ milestone: 'start', day: '2022-09-05' }],
    },
  },
  {
    entry: 'school-wuhumiao',
    facts: primary(675, 15),
    planned: { budget: '4100' },
    opening: '2024-03-01',
    reached: 1,
    late: 0,
    reportedOn: '2022-08-12',
    reporter: 'fgw',
    text: '用地预审待批。',
  },
  {
    entry: 'school-shiyan',
    facts: primary(720, 16),
    planned: { budget: '4900' },
    arranged: '900',
    opening: '2023-11-20',
    reached: 3,
    late: 0,
    text: '规划许可已办，招标文件正在审核。',
  },
  {
    entry: 'school-quliang-primary',
    facts: {},
    planned: {},
    opening: '2024-09-01',
    reached: 0,
    late: 0,
    units: {},
  },
];

export const exampleProjects: readonly ExampleProject[] = [...of2020, ...of2021, ...of2022, ...of2023];
