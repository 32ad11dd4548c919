import { useQuery } from '@tanstack/react-query';
import { fetchInbox } from '../api/notifications.js';
import { campaignKey } from '../shell/session.js';

export const inboxKey = (cid: string) => campaignKey(cid, 'inbox');

export const useInbox = (cid: string | undefined) =>
  useQuery({
    queryKey: inboxKey(cid ?? ''),
    queryFn: () => fetchInbox(cid ?? ''),
    enabled: cid !== undefined,
  });
