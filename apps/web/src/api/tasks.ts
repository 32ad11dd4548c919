import { answerOf, client, postForm, queryString } from './client.js';
import type {
  BatchItem,
  CloseRequest,
  EvidenceKind,
  EvidenceRow,
  NewBatch,
  NewTask,
  ReopenRequest,
  TaskEdit,
  TaskFilter,
  TransitionRequest,
} from './types.js';

export type TaskStep =
  'assign' | 'sign' | 'report' | 'submit' | 'return' | 'close' | 'suspend' | 'resume' | 'cancel' | 'reopen';
export type SupportStep = 'sign' | 'report' | 'complete';

const row = (cid: string, id: string) => ({ params: { path: { campaignId: cid, id } } });

/** Every task of the filter, whatever page is shown. */
export const taskWorkbookUrl = (cid: string, { after: _, limit: __, ...filter }: TaskFilter) =>
  `/api/v1/campaigns/${cid}/tasks.xlsx${queryString(filter)}`;

export const fetchTasks = (cid: string, query: TaskFilter) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/tasks', { params: { path: { campaignId: cid }, query } }),
  );
export const fetchTask = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/tasks/{id}', row(cid, id)));
export const fetchTaskEvents = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/tasks/{id}/events', row(cid, id)));
export const createTask = (cid: string, body: NewTask) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/tasks', { params: { path: { campaignId: cid } }, body }),
  );
export const changeTask = (cid: string, id: string, body: TaskEdit) =>
  answerOf(client.PATCH('/api/v1/campaigns/{campaignId}/tasks/{id}', { ...row(cid, id), body }));
export const takeStep = (cid: string, id: string, step: TaskStep, body: TransitionRequest) =>
  answerOf(client.POST(`/api/v1/campaigns/{campaignId}/tasks/{id}/${step}`, { ...row(cid, id), body }));
export const takeSupportStep = (cid: string, id: string, step: SupportStep, body: TransitionRequest) =>
  answerOf(
    client.POST(`/api/v1/campaigns/{campaignId}/tasks/{id}/support/${step}`, { ...row(cid, id), body }),
  );
export const closeTask = (cid: string, id: string, body: CloseRequest) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/tasks/{id}/close', { ...row(cid, id), body }));
export const reopenTask = (cid: string, id: string, body: ReopenRequest) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/tasks/{id}/reopen', { ...row(cid, id), body }));
export const previewBatch = (cid: string, items: BatchItem[]) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/task-batches/preview', {
      params: { path: { campaignId: cid } },
      body: { items },
    }),
  );
export const createBatch = (cid: string, body: NewBatch) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/task-batches', {
      params: { path: { campaignId: cid } },
      body,
    }),
  );

const evidencePath = (cid: string, id: string) => `/api/v1/campaigns/${cid}/tasks/${id}/evidence`;

export function uploadEvidence(
  cid: string,
  id: string,
  kind: EvidenceKind,
  file: File,
  onProgress: (percent: number) => void,
): Promise<EvidenceRow> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', file, file.name);
  return postForm<EvidenceRow>(evidencePath(cid, id), form, onProgress);
}
export const deleteEvidence = (cid: string, id: string, eid: string) =>
  answerOf(
    client.DELETE('/api/v1/campaigns/{campaignId}/tasks/{taskId}/evidence/{evidenceId}', {
      params: { path: { campaignId: cid, taskId: id, evidenceId: eid } },
    }),
  );
export const evidenceUrl = (cid: string, id: string, eid: string, inline = false) =>
  `${evidencePath(cid, id)}/${eid}/content${inline ? '?inline=1' : ''}`;
