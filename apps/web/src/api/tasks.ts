import { answerOf, client, postForm, queryString } from './client.js';
import type { TaskFilter } from './schema.js';
import type { BatchItem, EvidenceKind, EvidenceRow, NewTask, TaskChange } from './types.js';

export type { TaskFilter };
export type TaskStep =
  'assign' | 'sign' | 'report' | 'submit' | 'return' | 'close' | 'suspend' | 'resume' | 'cancel' | 'reopen';
export type SupportStep = 'sign' | 'report' | 'complete';
export interface StepInput {
  version: number;
  note?: string;
}

const row = (cid: string, id: string) => ({ params: { path: { cid, id } } });

export const fetchTasks = (cid: string, query: TaskFilter) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/tasks', { params: { path: { cid }, query } }));
export const fetchTask = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/tasks/{id}', row(cid, id)));
export const fetchTaskEvents = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{cid}/tasks/{id}/events', row(cid, id)));
export const createTask = (cid: string, body: NewTask) =>
  answerOf(client.POST('/api/v1/campaigns/{cid}/tasks', { params: { path: { cid } }, body }));
export const changeTask = (cid: string, id: string, body: TaskChange) =>
  answerOf(client.PATCH('/api/v1/campaigns/{cid}/tasks/{id}', { ...row(cid, id), body }));
export const takeStep = (cid: string, id: string, step: TaskStep, body: StepInput) =>
  answerOf(client.POST(`/api/v1/campaigns/{cid}/tasks/{id}/${step}`, { ...row(cid, id), body }));
export const takeSupportStep = (cid: string, id: string, step: SupportStep, body: StepInput) =>
  answerOf(client.POST(`/api/v1/campaigns/{cid}/tasks/{id}/support/${step}`, { ...row(cid, id), body }));
export const reopenTask = (cid: string, id: string, body: StepInput & { dueOn?: string | null }) =>
  answerOf(client.POST('/api/v1/campaigns/{cid}/tasks/{id}/reopen', { ...row(cid, id), body }));
export const previewBatch = (cid: string, items: BatchItem[]) =>
  answerOf(
    client.POST('/api/v1/campaigns/{cid}/task-batches/preview', {
      params: { path: { cid } },
      body: { items },
    }),
  );
export const createBatch = (cid: string, body: { requestId: string; assign: boolean; items: BatchItem[] }) =>
  answerOf(client.POST('/api/v1/campaigns/{cid}/task-batches', { params: { path: { cid } }, body }));

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
    client.DELETE('/api/v1/campaigns/{cid}/tasks/{id}/evidence/{eid}', {
      params: { path: { cid, id, eid } },
    }),
  );
export const evidenceUrl = (cid: string, id: string, eid: string, inline = false) =>
  `${evidencePath(cid, id)}/${eid}/content${inline ? '?inline=1' : ''}`;
export const tasksWorkbookUrl = (cid: string, filter: TaskFilter) =>
  `/api/v1/campaigns/${cid}/tasks.xlsx${queryString({ ...filter, after: undefined, limit: undefined })}`;
