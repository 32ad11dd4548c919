import { answerOf, client } from './client.js';

export const fetchWallChart = (cid: string) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/wall-chart', { params: { path: { campaignId: cid } } }),
  );
