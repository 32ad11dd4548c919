import { answerOf, client, queryString } from './client.js';

export const fetchOverdueReport = (cid: string, asOf: string | undefined) =>
  answerOf(
    client.GET('/api/v1/campaigns/{cid}/reports/overdue', {
      params: { path: { cid }, query: asOf === undefined ? {} : { asOf } },
    }),
  );
export const overdueWorkbookUrl = (cid: string, asOf: string | undefined) =>
  `/api/v1/campaigns/${cid}/reports/overdue.xlsx${queryString({ asOf })}`;
export const fetchOutbox = (cid: string, query: { status?: string; after?: string }) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/outbox', { params: { path: { cid }, query } }));
export const fetchMessage = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/outbox/{id}', { params: { path: { cid, id } } }));
export const attachmentUrl = (cid: string, id: string, attachmentId: string) =>
  `/api/v1/campaigns/${cid}/outbox/${id}/attachments/${attachmentId}`;
