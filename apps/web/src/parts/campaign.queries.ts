import { queryOptions, useQuery } from '@tanstack/react-query';
import {
  fetchCampaign,
  fetchClauses,
  fetchDuties,
  fetchOverview,
  fetchProjects,
  fetchTargets,
  fetchUnits,
} from '../api/campaign.js';
import { campaignKey } from '../shell/session.js';

/** What the plan says changes seldom; the counts beside it are refreshed after every step anyway. */
const seldom = { staleTime: 300_000 };

export const useCampaignView = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'campaign'), queryFn: () => fetchCampaign(cid) });
export const unitsQuery = (cid: string) =>
  queryOptions({ queryKey: campaignKey(cid, 'units'), queryFn: () => fetchUnits(cid), ...seldom });
export const useUnits = (cid: string) => useQuery(unitsQuery(cid));
export const useClauses = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'clauses'), queryFn: () => fetchClauses(cid), ...seldom });
export const useDuties = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'duties'), queryFn: () => fetchDuties(cid), ...seldom });
export const useTargets = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'targets'), queryFn: () => fetchTargets(cid), ...seldom });
export const useProjects = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'projects'), queryFn: () => fetchProjects(cid), ...seldom });
export const useOverview = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'overview'), queryFn: () => fetchOverview(cid) });
