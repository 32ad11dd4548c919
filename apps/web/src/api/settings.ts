import { answerOf, client } from './client.js';

export const fetchSettings = () => answerOf(client.GET('/api/v1/settings'));
export const setExerciseDate = (date: string | null) =>
  answerOf(client.PUT('/api/v1/settings/exercise', { body: { date } }));
export const createCampaign = (body: { packId: string; name?: string }) =>
  answerOf(client.POST('/api/v1/campaigns', { body }));
export const previewPack = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{id}/pack/preview', { params: { path: { id: cid } } }));
export const loadPack = (cid: string, fingerprint: string) =>
  answerOf(
    client.POST('/api/v1/campaigns/{id}/pack', { params: { path: { id: cid } }, body: { fingerprint } }),
  );
