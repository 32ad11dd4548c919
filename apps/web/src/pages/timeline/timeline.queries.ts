import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  fetchBaselines,
  fetchComparison,
  fetchGateChoices,
  fetchGates,
  fetchPlanComparison,
  fetchPlanVersions,
  fetchTimeline,
} from '../../api/timeline.js';
import type { BaselineComparisonQuery } from '../../api/types.js';
import { campaignKey } from '../../shell/session.js';

export const useTimeline = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'timeline'), queryFn: () => fetchTimeline(cid) });

/** What the gates' conditions count; for the offices only. */
export const useGates = (cid: string, allowed: boolean) =>
  useQuery({
    queryKey: campaignKey(cid, 'timeline', 'gates'),
    queryFn: () => fetchGates(cid),
    enabled: allowed,
  });

export const useGateChoices = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'timeline', 'choices'), queryFn: () => fetchGateChoices(cid) });

export const useBaselines = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'baselines'), queryFn: () => fetchBaselines(cid) });

export const useComparison = (cid: string, id: string, query: BaselineComparisonQuery) =>
  useQuery({
    queryKey: campaignKey(cid, 'baselines', id, query),
    queryFn: () => fetchComparison(cid, id, query),
    placeholderData: keepPreviousData,
  });

export const usePlanVersions = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'plan-versions'), queryFn: () => fetchPlanVersions(cid) });

export const usePlanComparison = (cid: string, from: number, to: number) =>
  useQuery({
    queryKey: campaignKey(cid, 'plan-versions', from, to),
    queryFn: () => fetchPlanComparison(cid, { from, to }),
    placeholderData: keepPreviousData,
  });
