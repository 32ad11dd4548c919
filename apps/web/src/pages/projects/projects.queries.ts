import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { fetchConstruction, fetchProject, type ProjectQuery } from '../../api/projects.js';
import type { ConstructionView } from '../../api/types.js';
import { campaignKey, useRefreshCampaign } from '../../shell/session.js';

export const useConstruction = (cid: string, query: ProjectQuery) =>
  useQuery({
    queryKey: campaignKey(cid, 'construction', query),
    queryFn: () => fetchConstruction(cid, query),
    placeholderData: keepPreviousData,
  });

const projectKey = (cid: string, id: string) => campaignKey(cid, 'construction-project', id);

export const useProject = (cid: string, id: string) =>
  useQuery({ queryKey: projectKey(cid, id), queryFn: () => fetchProject(cid, id) });

interface Dialog {
  /** What the reader is told when it is done. */
  said: string;
  onClose: () => void;
}

/** A step that answers with the project as it is then; every sum and task it moves is read anew, and its dialog closes. */
export function useProjectStep<T>(
  cid: string,
  id: string,
  step: (body: T) => Promise<ConstructionView>,
  { said, onClose }: Dialog,
) {
  const queryClient = useQueryClient();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: step,
    onSuccess: (view) => {
      queryClient.setQueryData(projectKey(cid, id), view);
      void refresh(cid);
      void message.success(said);
      onClose();
    },
  });
}
