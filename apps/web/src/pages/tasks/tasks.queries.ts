import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchTasks } from '../../api/tasks.js';
import type { TaskFilter } from '../../api/types.js';
import { campaignKey } from '../../shell/session.js';

export const useTasks = (cid: string, filter: TaskFilter) =>
  useQuery({
    queryKey: campaignKey(cid, 'tasks', filter),
    queryFn: () => fetchTasks(cid, filter),
    placeholderData: keepPreviousData,
  });
