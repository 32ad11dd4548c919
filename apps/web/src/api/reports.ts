import { answerOf, client, queryString } from './client.js';
import type { HoldReason, MessageChannel, MessageStatus } from './types.js';

export const fetchOverdueReport = (cid: string, asOf: string | undefined) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/reports/overdue', {
      params: { path: { campaignId: cid }, query: asOf === undefined ? {} : { asOf } },
    }),
  );
export const overdueWorkbookUrl = (cid: string, asOf: string | undefined) =>
  `/api/v1/campaigns/${cid}/reports/overdue.xlsx${queryString({ asOf })}`;
export interface OutboxQuery {
  status?: MessageStatus;
  channel?: MessageChannel;
  reason?: HoldReason;
  after?: string;
}
export const fetchOutbox = (cid: string, query: OutboxQuery) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/outbox', { params: { path: { campaignId: cid }, query } }),
  );
export const fetchMessage = (cid: string, id: string) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/outbox/{id}', { params: { path: { campaignId: cid, id } } }),
  );
export const attachmentUrl = (cid: string, id: string, attachmentId: string) =>
  `/api/v1/campaigns/${cid}/outbox/${id}/attachments/${attachmentId}`;
