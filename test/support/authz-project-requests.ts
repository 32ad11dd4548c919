import { campaign, type AuthzRequest, type Prepare } from './authz-request.js';
import type { AuthzStage } from './authz-stage.js';
import { ProjectScene } from './project-scene.js';

const entry = 'school-wuhumiao';
const named = { school: '新增学校', kind: 'extension', year: 2023, stages: ['primary'] };
const bare = { units: [], planned: [] };

/** A project 财政局 and 教育局 are responsible for, running or given up. */
async function project({ scene }: AuthzStage, cancelled = false): Promise<{ id: string; version: number }> {
  const projects = new ProjectScene(scene);
  const { id, version, cancelled: reason } = await projects.view(entry);
  if ((reason !== null) !== cancelled) {
    const step = cancelled ? 'cancellation' : 'restoration';
    const body = { version, reason: '理由' };
    await scene.call('office', 'POST', `construction-projects/${id}/${step}`, { body });
  }
  return cancelled ? projects.view(entry) : projects.facts(entry);
}

const onProject =
  (body: object, cancelled = false): Prepare =>
  async (stage): Promise<AuthzRequest> => {
    const { id, version } = await project(stage, cancelled);
    return { parameters: { id }, body: { version, ...body } };
  };

/** What the routes of the construction projects need beyond the ids in their paths. */
export const projectRequests: Readonly<Record<string, Prepare>> = {
  [`POST ${campaign}/construction-projects`]: () => ({ body: { ...named, ...bare } }),
  [`GET ${campaign}/construction-projects/{id}`]: ({ scene }) => ({
    parameters: { id: scene.id(`project ${entry}`) },
  }),
  [`PUT ${campaign}/construction-projects/{id}/facts`]: onProject(bare),
  [`POST ${campaign}/construction-projects/{id}/plans`]: async (stage) => {
    const request = await onProject({})(stage);
    const { milestones } = await new ProjectScene(stage.scene).view(entry);
    // Every cell plans another day than the one before it.
    const day = milestones[0]?.planned === '2022-12-01' ? '2022-12-02' : '2022-12-01';
    return {
      ...request,
      body: { ...(request.body as object), days: [{ milestone: 'approval', day }], reason: '理由' },
    };
  },
  [`POST ${campaign}/construction-projects/{id}/reports`]: async (stage) => ({
    parameters: { id: (await project(stage)).id },
    body: { text: '进展' },
  }),
  [`POST ${campaign}/construction-projects/{id}/cancellation`]: onProject({ reason: '理由' }),
  [`POST ${campaign}/construction-projects/{id}/restoration`]: onProject({ reason: '理由' }, true),
  [`PUT ${campaign}/project-milestones`]: async ({ scene }) => ({
    body: await scene
      .get<{ number: number; taskWorkingDays: number; milestones: object[] }>('office', 'project-milestones')
      .then(({ number, taskWorkingDays, milestones }) => ({ number, taskWorkingDays, milestones })),
  }),
};
