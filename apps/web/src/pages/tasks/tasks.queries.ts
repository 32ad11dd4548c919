import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchClauses, fetchUnits } from '../../api/campaign.js';
import { fetchTasks, type TaskFilter } from '../../api/tasks.js';
import { campaignKey } from '../../shell/session.js';

export const useTasks = (cid: string, filter: TaskFilter) =>
  useQuery({
    queryKey: campaignKey(cid, 'tasks', filter),
    queryFn: () => fetchTasks(cid, filter),
    placeholderData: keepPreviousData,
  });

export const useUnits = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'units'), queryFn: () => fetchUnits(cid), staleTime: 300_000 });

export const useClauses = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'clauses'), queryFn: () => fetchClauses(cid), staleTime: 300_000 });
