import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  closeTask,
  deleteEvidence,
  fetchTask,
  fetchTaskEvents,
  reopenTask,
  takeStep,
  takeSupportStep,
} from '../../api/tasks.js';
import type { CloseRequest, ReopenRequest, TaskAction, TaskView } from '../../api/types.js';
import { campaignKey, useRefreshCampaign } from '../../shell/session.js';

export type StepAction = Exclude<TaskAction, 'edit' | 'upload'>;

export const taskKey = (cid: string, id: string) => campaignKey(cid, 'task', id);

export const useTask = (cid: string, id: string) =>
  useQuery({ queryKey: taskKey(cid, id), queryFn: () => fetchTask(cid, id), staleTime: 0 });

export const useTaskEvents = (cid: string, id: string) =>
  useQuery({
    queryKey: campaignKey(cid, 'task-events', id),
    queryFn: () => fetchTaskEvents(cid, id),
    staleTime: 0,
  });

/** What a step is asked with; each step takes its own part of it. */
export type StepRequest = ReopenRequest & CloseRequest;

function callStep(cid: string, id: string, action: StepAction, body: StepRequest): Promise<TaskView> {
  switch (action) {
    case 'support_sign':
      return takeSupportStep(cid, id, 'sign', body);
    case 'support_report':
      return takeSupportStep(cid, id, 'report', body);
    case 'support_complete':
      return takeSupportStep(cid, id, 'complete', body);
    case 'close':
      return closeTask(cid, id, body);
    case 'reopen':
      return reopenTask(cid, id, body);
    default:
      return takeStep(cid, id, action, body);
  }
}

/** Takes one step; the answer replaces the page's task, and every list and count is asked anew. */
export function useStep(cid: string, id: string, action: StepAction) {
  const queryClient = useQueryClient();
  const refresh = useRefreshCampaign();
  return useMutation({
    mutationFn: (body: StepRequest) => callStep(cid, id, action, body),
    onSuccess: (task) => {
      queryClient.setQueryData(taskKey(cid, id), task);
      void refresh(cid);
    },
  });
}

export function useDeleteEvidence(cid: string, id: string) {
  const refresh = useRefreshCampaign();
  return useMutation({
    mutationFn: (eid: string) => deleteEvidence(cid, id, eid),
    onSuccess: () => refresh(cid),
  });
}
