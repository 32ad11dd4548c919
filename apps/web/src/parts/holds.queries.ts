import { useQuery } from '@tanstack/react-query';
import { fetchHolds } from '../api/notifications.js';
import { campaignKey } from '../shell/session.js';

/** What is held back in the outbox; asked again every minute, for the banner. */
export const useHolds = (cid: string | undefined) =>
  useQuery({
    queryKey: campaignKey(cid ?? '', 'holds'),
    queryFn: () => fetchHolds(cid ?? ''),
    enabled: cid !== undefined,
    refetchInterval: 60_000,
  });
