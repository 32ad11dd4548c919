import { answerOf, client } from './client.js';
import type { NewRobot, RobotAddressChange } from './types.js';

const inCampaign = (campaignId: string) => ({ params: { path: { campaignId } } });

export const fetchHolds = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/outbox-holds', inCampaign(cid)));
export const decideHolds = (cid: string, body: { decision: 'send' | 'drop'; ids: string[] }) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/outbox-holds/decisions', { ...inCampaign(cid), body }),
  );
export const switchSending = (cid: string, off: boolean) =>
  answerOf(
    client.PUT('/api/v1/campaigns/{campaignId}/outbox-holds/sending', { ...inCampaign(cid), body: { off } }),
  );
export const restoreMailbox = (cid: string, accountId: string) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/outbox-holds/mailboxes/{accountId}/restoration', {
      params: { path: { campaignId: cid, accountId } },
    }),
  );

export const fetchRobots = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/robots', inCampaign(cid)));
export const addRobot = (cid: string, body: NewRobot) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/robots', { ...inCampaign(cid), body }));
export const changeRobot = (cid: string, id: string, body: { version: number; active: boolean }) =>
  answerOf(
    client.PATCH('/api/v1/campaigns/{campaignId}/robots/{id}', {
      params: { path: { campaignId: cid, id } },
      body,
    }),
  );
export const changeRobotAddress = (cid: string, id: string, body: RobotAddressChange) =>
  answerOf(
    client.PUT('/api/v1/campaigns/{campaignId}/robots/{id}/address', {
      params: { path: { campaignId: cid, id } },
      body,
    }),
  );
export const testRobot = (cid: string, id: string) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/robots/{id}/test', {
      params: { path: { campaignId: cid, id } },
    }),
  );

export const fetchInbox = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/inbox', inCampaign(cid)));
export const markRead = (cid: string, items: { messageId: string; itemId: string }[]) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/inbox/readings', { ...inCampaign(cid), body: { items } }),
  );
export const inboxStreamUrl = (cid: string) => `/api/v1/campaigns/${cid}/inbox/stream`;

export const fetchCalendarFeed = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/calendar-feed', inCampaign(cid)));
export const renewCalendarFeed = (cid: string) =>
  answerOf(client.PUT('/api/v1/campaigns/{campaignId}/calendar-feed', inCampaign(cid)));
export const revokeCalendarFeed = (cid: string) =>
  answerOf(client.DELETE('/api/v1/campaigns/{campaignId}/calendar-feed', inCampaign(cid)));
