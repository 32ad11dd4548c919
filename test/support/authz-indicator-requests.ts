import { v7 } from 'uuid';
import { campaign, type Prepare } from './authz-request.js';
import type { AuthzStage } from './authz-stage.js';
import { importForm, schoolCsv, tableSchools } from './school-table.js';
import type { Who, XinmiScene } from './xinmi-scene.js';

const standingWhatIf: Prepare = ({ standing }) => ({ parameters: { id: standing.whatIfId } });
const comparedWhatIf: Prepare = ({ standing }) => ({ query: `ids=${standing.whatIfId}` });
const gap = { indicator: 'C4', perSchool: false, again: true };

async function responsibilityVersion({ scene }: AuthzStage): Promise<number> {
  const sql = `SELECT version FROM indicator_cycle WHERE indicator = 'C20'`;
  const [row] = await scene.query<{ version: number }>(sql);
  return row?.version ?? 0;
}

const newJudgement = {
  indicator: 'C15',
  test: 'performance',
  outcome: 'met',
  judgedOn: '2022-09-01',
  ground: '绩效工资核定文件',
};
const newVeto = {
  veto: 'fraud',
  occurredOn: '2022-09-01',
  source: '来信',
  description: '数据待核',
  state: 'suspected',
  ground: '正在核查',
  stateOn: '2022-09-01',
};

/** The id of something that somebody who may has just entered. */
async function madeBy(scene: XinmiScene, who: Who, path: string, body: object): Promise<string> {
  const answer = await scene.call<{ id: string }>(who, 'POST', `indicators/${path}`, { body });
  return answer.body.id;
}

/** What the routes of the indicators need beyond the ids in their paths. */
export const indicatorRequests: Readonly<Record<string, Prepare>> = {
  [`POST ${campaign}/school-imports`]: () => ({
    body: importForm({ bytes: schoolCsv(tableSchools(3, 2)) }),
  }),
  [`POST ${campaign}/school-imports/{id}/confirmation`]: ({ standing }) => ({
    parameters: { id: standing.importId },
    body: { goodRowsOnly: false },
  }),
  [`GET ${campaign}/school-imports/{id}/errors.xlsx`]: ({ standing }) => ({
    parameters: { id: standing.importId },
  }),
  [`GET ${campaign}/indicators/schools/{code}`]: ({ standing }) => ({
    parameters: { code: standing.schoolCode },
  }),
  [`POST ${campaign}/indicators/gap-tasks/preview`]: () => ({ body: gap }),
  [`POST ${campaign}/indicators/gap-tasks`]: () => ({ body: { ...gap, requestId: v7(), assign: true } }),
  [`PUT ${campaign}/indicators/responsibilities/{indicator}`]: async (stage) => ({
    parameters: { indicator: 'C20' },
    body: {
      version: await responsibilityVersion(stage),
      leadUnitIds: [stage.scene.id('unit police')],
      supportUnitIds: [],
      note: '',
    },
  }),
  [`POST ${campaign}/indicators/responsibilities/{indicator}/reset`]: async (stage) => ({
    parameters: { indicator: 'C20' },
    body: { version: await responsibilityVersion(stage) },
  }),
  [`GET ${campaign}/indicators/figures/{key}/history`]: () => ({ parameters: { key: 'specialFunds' } }),
  [`POST ${campaign}/indicators/figures`]: () => ({
    body: { asOf: '2021-12-31', figures: [{ key: 'specialFunds', value: '100' }] },
  }),
  [`GET ${campaign}/indicators/explanations/{indicator}`]: () => ({ parameters: { indicator: 'C14' } }),
  [`POST ${campaign}/indicators/judgements`]: () => ({ body: newJudgement }),
  [`POST ${campaign}/indicators/judgements/{id}/review`]: async ({ scene }) => ({
    parameters: { id: await madeBy(scene, 'finance', 'judgements', newJudgement) },
    body: { decision: 'confirmed' },
  }),
  [`POST ${campaign}/indicators/vetoes`]: () => ({ body: newVeto }),
  [`POST ${campaign}/indicators/vetoes/{id}/states`]: async ({ scene }) => ({
    parameters: { id: await madeBy(scene, 'office', 'vetoes', newVeto) },
    body: { state: 'open', ground: '已核实', stateOn: '2022-09-02' },
  }),
  [`POST ${campaign}/indicators/special-cases`]: ({ standing }) => ({
    body: {
      case: 'rooms-2016',
      school: standing.schoolCode,
      applies: true,
      values: [
        { key: 'musicRooms', value: '1' },
        { key: 'artRooms', value: '1' },
      ],
      ground: '2012年建成',
      since: '2022-09-01',
    },
  }),
  [`GET ${campaign}/indicators/schools/{code}/school.xlsx`]: ({ standing }) => ({
    parameters: { code: standing.schoolCode },
  }),
  [`POST ${campaign}/what-ifs`]: () => ({ body: { name: `推演${v7()}` } }),
  [`GET ${campaign}/what-ifs/{id}`]: standingWhatIf,
  [`PATCH ${campaign}/what-ifs/{id}`]: async (stage) => {
    const { id, name, dataSetId } = await stage.whatIf();
    const body = { version: 1, name, dataSetId, goalYear: 2027, enrolment: [], projects: [] };
    return { parameters: { id }, body };
  },
  [`POST ${campaign}/what-ifs/{id}/withdrawal`]: async (stage) => ({
    parameters: { id: (await stage.whatIf()).id },
    body: { version: 1 },
  }),
  [`GET ${campaign}/what-ifs/{id}/projection`]: standingWhatIf,
  [`GET ${campaign}/what-ifs/{id}/projection.xlsx`]: standingWhatIf,
  [`GET ${campaign}/what-ifs/{id}/projection/sections`]: ({ standing }) => ({
    parameters: { id: standing.whatIfId },
    query: 'year=2023',
  }),
  [`GET ${campaign}/what-ifs/comparison`]: comparedWhatIf,
  [`GET ${campaign}/what-ifs/comparison.xlsx`]: comparedWhatIf,
};
