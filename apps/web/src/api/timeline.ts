import { answerOf, client, queryString } from './client.js';
import type { BaselineComparisonQuery, GateConditionInput } from './types.js';

const at = (cid: string) => ({ params: { path: { campaignId: cid } } });
const row = (cid: string, id: string) => ({ params: { path: { campaignId: cid, id } } });

export const fetchTimeline = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/timeline', at(cid)));
export const fetchGates = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/timeline/gates', at(cid)));
export const fetchGateChoices = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/timeline/gate-choices', at(cid)));
export const setPhaseDates = (
  cid: string,
  id: string,
  body: { seen: number; startsOn: string | null; endsOn: string | null; reason: string },
) =>
  answerOf(
    client.PUT('/api/v1/campaigns/{campaignId}/timeline/phases/{id}/dates', { ...row(cid, id), body }),
  );
export const saveGate = (
  cid: string,
  id: string,
  body: { version: number; conditions: GateConditionInput[] },
) =>
  answerOf(client.PUT('/api/v1/campaigns/{campaignId}/timeline/phases/{id}/gate', { ...row(cid, id), body }));
export const passGate = (cid: string, id: string, body: { version: number; note: string; reason?: string }) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/timeline/phases/{id}/gate/passing', {
      ...row(cid, id),
      body,
    }),
  );
export const revokeGate = (cid: string, id: string, body: { note: string }) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/timeline/phases/{id}/gate/revocation', {
      ...row(cid, id),
      body,
    }),
  );

export const fetchBaselines = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/baselines', at(cid)));
export const takeBaseline = (cid: string, body: { name: string; note?: string }) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/baselines', { ...at(cid), body }));
export const fetchComparison = (cid: string, id: string, query: BaselineComparisonQuery) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/baselines/{id}/comparison', {
      params: { path: { campaignId: cid, id }, query },
    }),
  );
export const comparisonWorkbookUrl = (cid: string, id: string, query: BaselineComparisonQuery) =>
  `/api/v1/campaigns/${cid}/baselines/${id}/comparison.xlsx${queryString({ ...query })}`;

export const fetchPlanVersions = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/plan-versions', at(cid)));
export const fetchPlanComparison = (cid: string, query: { from: number; to: number }) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/plan-versions/comparison', {
      params: { path: { campaignId: cid }, query },
    }),
  );
