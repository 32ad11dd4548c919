import { answerOf, client } from './client.js';

const inCampaign = (cid: string) => ({ params: { path: { campaignId: cid } } });

export const fetchCampaign = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}', inCampaign(cid)));
export const fetchUnits = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/units', inCampaign(cid)));
export const renameUnit = (
  cid: string,
  id: string,
  body: { version: number; name: string; shortName?: string },
) =>
  answerOf(
    client.PATCH('/api/v1/campaigns/{campaignId}/units/{id}', {
      params: { path: { campaignId: cid, id } },
      body,
    }),
  );
export const fetchDuties = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/duties', inCampaign(cid)));
export const fetchClauses = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/clauses', inCampaign(cid)));
export const fetchTargets = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/targets', inCampaign(cid)));
export const fetchProjects = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/projects', inCampaign(cid)));
export const fetchOverview = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/overview', inCampaign(cid)));
export const fetchAssigningDesk = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/desks/assigning', inCampaign(cid)));
export const fetchHandlingDesk = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/desks/handling', inCampaign(cid)));
export const fetchSupervisingDesk = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/desks/supervising', inCampaign(cid)));
