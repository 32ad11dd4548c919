import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchTasks, type TaskFilter } from '../../api/tasks.js';
import { campaignKey } from '../../shell/session.js';

export const useTasks = (cid: string, filter: TaskFilter) =>
  useQuery({
    queryKey: campaignKey(cid, 'tasks', filter),
    queryFn: () => fetchTasks(cid, filter),
    placeholderData: keepPreviousData,
  });
