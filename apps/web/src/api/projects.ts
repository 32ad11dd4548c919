import { answerOf, client, queryString } from './client.js';
import type { FactsChange, MilestoneChainInput, NewProject, ReportInput } from './types.js';

const ofCampaign = (cid: string) => ({ params: { path: { campaignId: cid } } });
const ofProject = (cid: string, id: string) => ({ params: { path: { campaignId: cid, id } } });

/** The filter as the page's address carries it; the server judges it. */
export type ProjectQuery = Record<string, string | undefined>;

export const projectsWorkbookUrl = (cid: string, query: ProjectQuery) =>
  `/api/v1/campaigns/${cid}/construction-projects.xlsx${queryString(query)}`;

export const fetchConstruction = (cid: string, query: ProjectQuery) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/construction-projects', {
      params: { path: { campaignId: cid }, query: query as never },
    }),
  );
export const fetchProject = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/construction-projects/{id}', ofProject(cid, id)));
export const addProject = (cid: string, body: NewProject) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/construction-projects', { ...ofCampaign(cid), body }));
export const saveFacts = (cid: string, id: string, body: FactsChange) =>
  answerOf(
    client.PUT('/api/v1/campaigns/{campaignId}/construction-projects/{id}/facts', {
      ...ofProject(cid, id),
      body,
    }),
  );
export interface PlanBody {
  version: number;
  days: { milestone: string; day: string | null }[];
  reason?: string;
}
export const savePlan = (cid: string, id: string, body: PlanBody) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/construction-projects/{id}/plans', {
      ...ofProject(cid, id),
      body,
    }),
  );
export const sendReport = (cid: string, id: string, body: ReportInput) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/construction-projects/{id}/reports', {
      ...ofProject(cid, id),
      body,
    }),
  );
export const fetchMilestones = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/project-milestones', ofCampaign(cid)));
export const saveMilestones = (cid: string, body: MilestoneChainInput) =>
  answerOf(client.PUT('/api/v1/campaigns/{campaignId}/project-milestones', { ...ofCampaign(cid), body }));
interface StateBody {
  version: number;
  reason: string;
}
export const cancelProject = (cid: string, id: string, body: StateBody) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/construction-projects/{id}/cancellation', {
      ...ofProject(cid, id),
      body,
    }),
  );
export const restoreProject = (cid: string, id: string, body: StateBody) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/construction-projects/{id}/restoration', {
      ...ofProject(cid, id),
      body,
    }),
  );
