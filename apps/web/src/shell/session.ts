import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { ApiProblem } from '../api/problem.js';
import { instanceKey, sessionKey } from '../api/query-client.js';
import { fetchInstance, fetchSession } from '../api/session.js';
import type { SessionCampaign, SessionView } from '../api/types.js';

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async (): Promise<SessionView | null> => {
    try {
      return await fetchSession();
    } catch (error) {
      if (error instanceof ApiProblem && error.body.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const instanceQuery = queryOptions({ queryKey: instanceKey, queryFn: fetchInstance });

export const useInstance = () => useQuery(instanceQuery);

export const SessionContext = createContext<SessionView | null>(null);

/** The signed-in session; only pages below SignedIn may ask. */
export function useSession(): SessionView {
  const session = use(SessionContext);
  if (session === null) throw new Error('No session above this page');
  return session;
}

/** The campaign this account works in; null for an administrator without a membership. */
export function useMembership(): SessionCampaign | null {
  return useSession().campaigns[0] ?? null;
}

export function useCampaign(): SessionCampaign {
  const campaign = useMembership();
  if (campaign === null) throw new Error('This account has no campaign');
  return campaign;
}

/** All that hangs on one campaign, thrown away together after a change: a task's step moves every count. */
export const campaignKey = (cid: string, ...rest: readonly unknown[]) => ['campaign', cid, ...rest] as const;

export function useRefreshCampaign() {
  const queryClient = useQueryClient();
  return (cid: string) => queryClient.invalidateQueries({ queryKey: campaignKey(cid) });
}
