import { useQuery } from '@tanstack/react-query';
import {
  fetchComparison,
  fetchProjection,
  fetchWhatIf,
  fetchWhatIfs,
  fetchYearSections,
} from '../../../api/what-ifs.js';
import { campaignKey } from '../../../shell/session.js';

export const useWhatIfs = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'what-ifs'), queryFn: () => fetchWhatIfs(cid) });
export const useWhatIf = (cid: string, id: string) =>
  useQuery({ queryKey: campaignKey(cid, 'what-if', id), queryFn: () => fetchWhatIf(cid, id) });
export const useProjection = (cid: string, id: string) =>
  useQuery({ queryKey: campaignKey(cid, 'projection', id), queryFn: () => fetchProjection(cid, id) });
export const useYearSections = (cid: string, id: string, year: number) =>
  useQuery({
    queryKey: campaignKey(cid, 'year-sections', id, year),
    queryFn: () => fetchYearSections(cid, id, year),
  });
export const useComparison = (cid: string, ids: string[]) =>
  useQuery({
    queryKey: campaignKey(cid, 'what-if-comparison', ids.join()),
    queryFn: () => fetchComparison(cid, ids),
    enabled: ids.length > 0,
  });
