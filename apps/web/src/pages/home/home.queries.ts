import { useQuery } from '@tanstack/react-query';
import { fetchAssigningDesk, fetchHandlingDesk, fetchSupervisingDesk } from '../../api/campaign.js';
import { campaignKey } from '../../shell/session.js';

export const useAssigningDesk = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'desk', 'assigning'), queryFn: () => fetchAssigningDesk(cid) });

export const useHandlingDesk = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'desk', 'handling'), queryFn: () => fetchHandlingDesk(cid) });

export const useSupervisingDesk = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'desk', 'supervising'), queryFn: () => fetchSupervisingDesk(cid) });
