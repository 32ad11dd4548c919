import { answerOf, client } from './client.js';

const inCampaign = (cid: string) => ({ params: { path: { cid } } });

export const fetchCampaign = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}', inCampaign(cid)));
export const fetchUnits = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/units', inCampaign(cid)));
export const renameUnit = (
  cid: string,
  id: string,
  body: { version: number; name: string; shortName?: string },
) => answerOf(client.PATCH('/api/v1/campaigns/{cid}/units/{id}', { params: { path: { cid, id } }, body }));
export const fetchDuties = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/duties', inCampaign(cid)));
export const fetchClauses = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/clauses', inCampaign(cid)));
export const fetchTargets = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/targets', inCampaign(cid)));
export const fetchProjects = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/projects', inCampaign(cid)));
export const fetchOverview = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/overview', inCampaign(cid)));
export const fetchAssigningDesk = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/desks/assigning', inCampaign(cid)));
export const fetchHandlingDesk = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/desks/handling', inCampaign(cid)));
export const fetchSupervisingDesk = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/desks/supervising', inCampaign(cid)));
