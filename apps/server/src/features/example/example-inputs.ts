import type { Work } from '../../database/unit-of-work.js';
import {
  changeVetoState,
  currentStandard,
  judgeEvidence,
  recordFigures,
  recordVeto,
  registerCase,
  reviewJudgement,
} from '../indicators/indicators.module.js';

type WorkOf = (on: string, login: string) => Work;
const note = '示例，虚构的数';

/** By login and the day the figures are of; every one is invented. */
const figures: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['czj', '2021-12-31', { specialFunds: '1248000', specialStudents: '204', teacherSalary: '96800.5' }],
  ['czj', '2021-12-31', { civilServantSalary: '96200' }],
  ['jyj', '2022-08-31', { trainedTeachers: '1012', trainingTeachers: '1040' }],
  ['jyj', '2022-08-31', { exchangedTeachers: '126', eligibleTeachers: '1180', exchangedBackbone: '29' }],
  ['jyj', '2022-08-31', { certifiedTeachers: '1040', teachers: '1040' }],
  [
    'jyj',
    '2022-08-31',
    { graduates: '2310', transferredIn: '42', transferredOut: '61', enteredJunior: '2380' },
  ],
  ['zfb', '2022-08-31', { died: '0', disabledEnrolled: '187', disabledAge: '192' }],
];

const judgement = (indicator: string, test: string, outcome: 'met' | 'unmet', ground: string) => ({
  indicator,
  test,
  outcome,
  judgedOn: '2022-09-07',
  ground: `示例：${ground}`,
  evidence: '示例档案盒',
});

/** One confirmed, one sent back, one waiting, one confirmed as not met. */
const judgements = [
  { ...judgement('C28', 'evidence', 'met', '各校德育计划和活动记录齐全'), decision: 'confirmed' },
  { ...judgement('C29', 'evidence', 'met', '课程表与开课记录一致'), decision: 'returned' },
  { ...judgement('C30', 'evidence', 'met', '作业公示和抽查记录'), decision: null },
  { ...judgement('C27', 'evidence', 'unmet', '三所学校设备使用登记不全'), decision: 'confirmed' },
] as const;

/** Invented figures, judgements in every state, a special case and a cleared event, so that the pages are not empty. */
export async function enterExampleInputs(workOf: WorkOf): Promise<void> {
  const { standard, schools } = await currentStandard(workOf('2022-09-06', 'zfb'));
  for (const [login, asOf, values] of figures) {
    const typed = Object.entries(values).map(([key, value]) => ({ key, value }));
    await recordFigures(workOf('2022-09-06', login), { asOf, note, figures: typed }, standard, schools);
  }
  await recordFigures(
    workOf('2022-09-06', 'jyj'),
    {
      asOf: '2021-12-31',
      note,
      figures: [
        { key: 'trainingFunds', school: '3990000101', value: '61200' },
        { key: 'publicFundsBudget', school: '3990000101', value: '1198800' },
      ],
    },
    standard,
    schools,
  );
  for (const { decision, ...judged } of judgements) {
    const id = await judgeEvidence(workOf('2022-09-07', 'jyj'), judged, standard);
    if (decision !== null)
      await reviewJudgement(workOf('2022-09-09', 'zfb'), id, {
        decision,
        reason: decision === 'returned' ? '示例：请补开课记录' : null,
      });
  }
  await registerCase(
    workOf('2022-09-08', 'jyj'),
    {
      case: 'size-2010',
      school: '3990000102',
      applies: true,
      ground: '示例：2008年建成',
      since: '2022-09-01',
    },
    standard,
    schools,
  );
  await enterVeto(workOf, standard, new Set(schools.map(({ code }) => code)));
}

async function enterVeto(
  workOf: WorkOf,
  standard: Parameters<typeof recordVeto>[2],
  schools: ReadonlySet<string>,
): Promise<void> {
  const event = await recordVeto(
    workOf('2022-08-22', 'dcj'),
    {
      veto: 'key-schools',
      occurredOn: '2022-08-19',
      school: '3990000111',
      source: '示例：督查暗访',
      description: '示例：新生分班名单疑似设重点班',
      state: 'suspected',
      ground: '示例：正在核查',
      stateOn: '2022-08-22',
    },
    standard,
    schools,
  );
  await changeVetoState(workOf('2022-09-02', 'zfb'), event, {
    state: 'cleared',
    ground: '示例：重新均衡编班并公示，核查属实',
    stateOn: '2022-09-02',
  });
}
