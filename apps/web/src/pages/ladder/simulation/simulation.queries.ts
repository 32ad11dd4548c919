import { useMutation, useQuery } from '@tanstack/react-query';
import { askSimulation, fetchSimulation, fetchSimulations } from '../../../api/simulations.js';
import type { SimulationRequest } from '../../../api/simulation-types.js';
import { campaignKey, useRefreshCampaign } from '../../../shell/session.js';

const whileRunningMs = 1_500;

export const useSimulations = (cid: string) =>
  useQuery({
    queryKey: campaignKey(cid, 'simulations'),
    queryFn: () => fetchSimulations(cid),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'running') === true ? whileRunningMs : false,
  });

export const useSimulation = (cid: string, id: string) =>
  useQuery({
    queryKey: campaignKey(cid, 'simulation', id),
    queryFn: () => fetchSimulation(cid, id),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? whileRunningMs : false),
  });

export function useAskSimulation(cid: string) {
  const refresh = useRefreshCampaign();
  return useMutation({
    mutationFn: (body: SimulationRequest) => askSimulation(cid, body),
    onSuccess: () => refresh(cid),
  });
}
