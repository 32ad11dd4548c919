import { answerOf, client } from './client.js';
import type { ClockLimits, NewLadderVersion, RaiseRequest } from './types.js';

const campaign = (cid: string) => ({ params: { path: { campaignId: cid } } });
const row = (cid: string, id: string) => ({ params: { path: { campaignId: cid, id } } });
const ladder = '/api/v1/campaigns/{campaignId}/ladder' as const;

export const fetchLadder = (cid: string) => answerOf(client.GET(ladder, campaign(cid)));
export const fetchLadderVersions = (cid: string) => answerOf(client.GET(`${ladder}/versions`, campaign(cid)));
export const saveLadder = (cid: string, body: NewLadderVersion) =>
  answerOf(client.POST(`${ladder}/versions`, { ...campaign(cid), body }));
export const previewLadder = (cid: string, id: string) =>
  answerOf(client.GET(`${ladder}/versions/{id}/preview`, row(cid, id)));
export const activateLadder = (cid: string, id: string) =>
  answerOf(client.POST(`${ladder}/versions/{id}/activation`, row(cid, id)));
export const restLadder = (cid: string) => answerOf(client.DELETE(`${ladder}/activation`, campaign(cid)));
export const setClockLimits = (cid: string, body: ClockLimits) =>
  answerOf(client.PUT(`${ladder}/limits`, { ...campaign(cid), body }));
export const fetchEscalationDesk = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/desks/escalation', campaign(cid)));
export const fetchEscalations = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/tasks/{id}/escalations', row(cid, id)));
export const raiseTask = (cid: string, id: string, body: RaiseRequest) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/tasks/{id}/escalations', { ...row(cid, id), body }));
