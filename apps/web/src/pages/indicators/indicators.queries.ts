import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchBoard, fetchDataSets, fetchMatrix, fetchRemedy, fetchSchool } from '../../api/indicators.js';
import type { RemedyQuery, Stage } from '../../api/types.js';
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
export const useRemedy = (cid: string, query: RemedyQuery) =>
  useQuery({
    queryKey: campaignKey(cid, 'remedy', query),
    queryFn: () => fetchRemedy(cid, query),
    placeholderData: keepPreviousData,
  });
