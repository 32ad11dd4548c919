import { campaign, type Prepare } from './authz-request.js';

/** What the routes of the simulations need; the one that is asked for ends before it begins, so nothing is simulated. */
export const simulationRequests: Readonly<Record<string, Prepare>> = {
  [`POST ${campaign}/simulations`]: ({ standing }) => ({
    body: { ladderVersionId: standing.ladderId, from: '2022-09-02', to: '2022-09-01' },
  }),
  [`GET ${campaign}/simulations/{id}`]: ({ standing }) => ({ parameters: { id: standing.simulationId } }),
};
