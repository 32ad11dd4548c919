import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  fetchBoard,
  fetchDataSets,
  fetchMatrix,
  fetchRemedy,
  fetchResponsibilities,
  fetchSchool,
  previewGapTasks,
} from '../../api/indicators.js';
import type { GapTasksDraft, RemedyQuery, Stage } from '../../api/types.js';
import { campaignKey } from '../../shell/session.js';

export const useDataSets = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'data-sets'), queryFn: () => fetchDataSets(cid) });
export const useBoard = (cid: string, dataSetId: string | undefined) =>
  useQuery({
    queryKey: campaignKey(cid, 'indicator-board', dataSetId ?? null),
    queryFn: () => fetchBoard(cid, dataSetId),
  });
export const useMatrix = (cid: string, dataSetId: string | undefined, stage: Stage, enabled: boolean) =>
  useQuery({
    queryKey: campaignKey(cid, 'school-matrix', dataSetId ?? null, stage),
    queryFn: () => fetchMatrix(cid, dataSetId, stage),
    enabled,
  });
export const useSchool = (cid: string, dataSetId: string | undefined, code: string) =>
  useQuery({
    queryKey: campaignKey(cid, 'school', dataSetId ?? null, code),
    queryFn: () => fetchSchool(cid, dataSetId, code),
  });
export const useResponsibilities = (cid: string) =>
  useQuery({
    queryKey: campaignKey(cid, 'responsibilities'),
    queryFn: () => fetchResponsibilities(cid),
  });
export const useGapTasks = (cid: string, draft: GapTasksDraft) =>
  useQuery({
    queryKey: campaignKey(cid, 'gap-tasks', draft),
    queryFn: () => previewGapTasks(cid, draft),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
export const useRemedy = (cid: string, query: RemedyQuery) =>
  useQuery({
    queryKey: campaignKey(cid, 'remedy', query),
    queryFn: () => fetchRemedy(cid, query),
    placeholderData: keepPreviousData,
  });
