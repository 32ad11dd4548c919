import { v7 } from 'uuid';
import { campaign, type Prepare } from './authz-request.js';

/** What the routes of the simulations need; the one that is asked for ends before it begins, so nothing is simulated. */
export const simulationRequests: Readonly<Record<string, Prepare>> = {
  [`POST ${campaign}/simulations`]: ({ standing }) => ({
    body: { ladderVersionId: standing.ladderId, from: '2022-09-02', to: '2022-09-01' },
  }),
  [`GET ${campaign}/simulations/{id}`]: async ({ scene, standing }) => {
    const id = v7();
    await scene.query(
      `INSERT INTO simulation_run (campaign_id, id, ladder_version_id, from_on, to_on, state, beat_at, error, asked_by, asked_at)
       VALUES ($1, $2, $3, '2022-09-01', '2022-09-02', 'failed', $5, '停机', $4, $5)`,
      [scene.campaignId, id, standing.ladderId, scene.accountId('office'), new Date(scene.clock.now())],
    );
    return { parameters: { id } };
  },
};
