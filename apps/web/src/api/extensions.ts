import { answerOf, client } from './client.js';
import type { ExtensionChain, NewDoor, NewExtension, NewPauseRequest } from './types.js';

const ofTask = (cid: string, taskId: string) => ({ params: { path: { campaignId: cid, taskId } } });
const row = (cid: string, id: string) => ({ params: { path: { campaignId: cid, id } } });

export const unitsWorkbookUrl = (cid: string) => `/api/v1/campaigns/${cid}/units.xlsx`;

export const fetchTaskExtensions = (cid: string, taskId: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/tasks/{taskId}/extensions', ofTask(cid, taskId)));
export const fetchExtensionDesk = (cid: string) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/extensions', { params: { path: { campaignId: cid } } }),
  );
export const chooseChain = (cid: string, chain: ExtensionChain) =>
  answerOf(
    client.PUT('/api/v1/campaigns/{campaignId}/extension-chain', {
      params: { path: { campaignId: cid } },
      body: { chain },
    }),
  );
export const askExtension = (cid: string, taskId: string, body: NewExtension) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/tasks/{taskId}/extensions', { ...ofTask(cid, taskId), body }),
  );
export const openDoor = (cid: string, taskId: string, body: NewDoor) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/tasks/{taskId}/extension-doors', {
      ...ofTask(cid, taskId),
      body,
    }),
  );
export const askPause = (cid: string, taskId: string, body: NewPauseRequest) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/tasks/{taskId}/pause-requests', {
      ...ofTask(cid, taskId),
      body,
    }),
  );
export const approveExtension = (
  cid: string,
  id: string,
  body: { version: number; grantedOn: string; ground?: string },
) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/extensions/{id}/approval', { ...row(cid, id), body }));
export const refuseExtension = (cid: string, id: string, body: { version: number; ground: string }) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/extensions/{id}/refusal', { ...row(cid, id), body }));
export const withdrawExtension = (cid: string, id: string, version: number) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/extensions/{id}/withdrawal', {
      ...row(cid, id),
      body: { version },
    }),
  );
export const approvePause = (cid: string, id: string, version: number) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/pause-requests/{id}/approval', {
      ...row(cid, id),
      body: { version },
    }),
  );
export const refusePause = (cid: string, id: string, body: { version: number; ground: string }) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/pause-requests/{id}/refusal', { ...row(cid, id), body }),
  );
