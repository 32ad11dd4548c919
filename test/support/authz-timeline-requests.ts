import { v7 } from 'uuid';
import { campaign, type Prepare } from './authz-request.js';
import type { AuthzStage } from './authz-stage.js';

/** A phase that nobody has touched yet: how often something was decided on it is part of every request. */
async function freshPhase({ scene }: AuthzStage): Promise<string> {
  const id = v7();
  await scene.query(
    `INSERT INTO phase (campaign_id, id, entry, name, starts_on, ends_on, clause_id, position)
     SELECT campaign_id, $1::uuid, $1::text, '阶段', '2022-01-01', '2022-12-31', id, 900 FROM clause WHERE entry = 'step-1'`,
    [id],
  );
  return id;
}

const onPhase =
  (body: object): Prepare =>
  async (stage) => ({ parameters: { id: await freshPhase(stage) }, body });

async function passedPhase(stage: AuthzStage): Promise<string> {
  const id = await freshPhase(stage);
  await stage.scene.query(
    `INSERT INTO gate_decision (campaign_id, id, phase_id, number, outcome, note, lacking, answers, decided_on, decided_by, decided_at)
     VALUES ($1, $2, $3, 1, 'passed', '同意', 0, '[]', '2022-09-15', $4, now())`,
    [stage.scene.campaignId, v7(), id, stage.scene.accountId('office')],
  );
  return id;
}

/** The same for all readings: they must leave no trace. */
async function baseline({ scene }: AuthzStage): Promise<string> {
  await scene.query(
    `INSERT INTO baseline (campaign_id, id, name, taken_on, taken_at) VALUES ($1, $2, '读取', '2022-09-15', now())
     ON CONFLICT DO NOTHING`,
    [scene.campaignId, v7()],
  );
  const [row] = await scene.query<{ id: string }>(`SELECT id FROM baseline WHERE name = '读取'`);
  return row?.id ?? '';
}

const onBaseline: Prepare = async (stage) => ({ parameters: { id: await baseline(stage) } });

/** What the routes of the timeline need beyond the ids in their paths. */
export const timelineRequests: Readonly<Record<string, Prepare>> = {
  [`PUT ${campaign}/timeline/phases/{id}/dates`]: onPhase({
    seen: 0,
    startsOn: '2022-02-01',
    endsOn: '2022-11-30',
    reason: '理由',
  }),
  [`PUT ${campaign}/timeline/phases/{id}/gate`]: onPhase({
    version: 0,
    conditions: [{ kind: 'indicator', scope: 'all', ref: null, limit: null }],
  }),
  [`POST ${campaign}/timeline/phases/{id}/gate/passing`]: onPhase({ version: 0, note: '同意' }),
  [`POST ${campaign}/timeline/phases/{id}/gate/revocation`]: async (stage) => ({
    parameters: { id: await passedPhase(stage) },
    body: { note: '误操作' },
  }),
  [`POST ${campaign}/baselines`]: () => ({ body: { name: v7() } }),
  [`GET ${campaign}/baselines/{id}/comparison`]: onBaseline,
  [`GET ${campaign}/baselines/{id}/comparison.xlsx`]: onBaseline,
  [`GET ${campaign}/plan-versions/comparison`]: () => ({ query: 'from=1&to=1' }),
};
