import { departmentTasks } from './example-departments.js';
import { type ExampleTask, step } from './example-task.js';

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
      step('2022-07-13', 'zyj', 'support_sign'),
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

export const exampleStory: readonly ExampleTask[] = [...departmentTasks, ...townships, ...others];
