import { answerOf, client, queryString } from './client.js';
import type { WhatIfChange } from './types.js';

const api = (cid: string) => `/api/v1/campaigns/${cid}/what-ifs`;
const at = (campaignId: string, id: string) => ({ path: { campaignId, id } });

export const fetchWhatIfs = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/what-ifs', { params: { path: { campaignId: cid } } }));
export const fetchWhatIf = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/what-ifs/{id}', { params: at(cid, id) }));
export const createWhatIf = (cid: string, body: { name: string; copyOf?: string }) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/what-ifs', { params: { path: { campaignId: cid } }, body }),
  );
export const changeWhatIf = (cid: string, id: string, body: WhatIfChange) =>
  answerOf(client.PATCH('/api/v1/campaigns/{campaignId}/what-ifs/{id}', { params: at(cid, id), body }));
export const withdrawWhatIf = (cid: string, id: string, version: number) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/what-ifs/{id}/withdrawal', {
      params: at(cid, id),
      body: { version },
    }),
  );
export const fetchProjection = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/what-ifs/{id}/projection', { params: at(cid, id) }));
export const fetchYearSections = (cid: string, id: string, year: number) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/what-ifs/{id}/projection/sections', {
      params: { ...at(cid, id), query: { year } },
    }),
  );
export const fetchComparison = (cid: string, ids: string[]) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/what-ifs/comparison', {
      params: { path: { campaignId: cid }, query: { ids } },
    }),
  );

export const projectionWorkbookUrl = (cid: string, id: string) => `${api(cid)}/${id}/projection.xlsx`;
export const comparisonWorkbookUrl = (cid: string, ids: readonly string[]) =>
  `${api(cid)}/comparison.xlsx${queryString({ ids })}`;
