import { useQuery } from '@tanstack/react-query';
import { fetchLadder } from '../api/ladder.js';
import { campaignKey } from '../shell/session.js';

/** The ladder in force, whose words the list's filter and the task page use. */
export const useLadder = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'ladder'), queryFn: () => fetchLadder(cid) });
