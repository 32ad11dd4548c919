import { answerOf, client } from './client.js';
import type { SimulationRequest } from './simulation-types.js';

const simulations = '/api/v1/campaigns/{campaignId}/simulations' as const;

export const fetchSimulations = (cid: string) =>
  answerOf(client.GET(simulations, { params: { path: { campaignId: cid } } }));
export const fetchSimulation = (cid: string, id: string) =>
  answerOf(client.GET(`${simulations}/{id}`, { params: { path: { campaignId: cid, id } } }));
export const askSimulation = (cid: string, body: SimulationRequest) =>
  answerOf(client.POST(simulations, { params: { path: { campaignId: cid } }, body }));
