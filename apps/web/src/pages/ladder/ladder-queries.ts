import { useMutation, useQuery } from '@tanstack/react-query';
import {
  activateLadder,
  fetchLadderVersions,
  previewLadder,
  restLadder,
  saveLadder,
  setClockLimits,
} from '../../api/ladder.js';
import { campaignKey, useRefreshCampaign } from '../../shell/session.js';

export const useLadderVersions = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'ladder-versions'), queryFn: () => fetchLadderVersions(cid) });

export const useLadderPreview = (cid: string, id: string) =>
  useQuery({
    queryKey: campaignKey(cid, 'ladder-preview', id),
    queryFn: () => previewLadder(cid, id),
    staleTime: 0,
  });

/** Every change of the ladder moves what lists, desks and tasks say: all is asked anew. */
function useLadderChange<Input>(cid: string, change: (input: Input) => Promise<unknown>) {
  const refresh = useRefreshCampaign();
  return useMutation({ mutationFn: change, onSuccess: () => refresh(cid) });
}

export const useSaveLadder = (cid: string) => useLadderChange(cid, saveLadder.bind(null, cid));
export const useActivateLadder = (cid: string) => useLadderChange(cid, activateLadder.bind(null, cid));
export const useRestLadder = (cid: string) => useLadderChange(cid, () => restLadder(cid));
export const useSetLimits = (cid: string) => useLadderChange(cid, setClockLimits.bind(null, cid));
