import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { inboxStreamUrl } from '../api/notifications.js';
import { inboxKey } from '../parts/inbox.queries.js';

/**
 * Asks for the inbox anew when the server says that it changed. Only while the page is in sight: over plain HTTP a browser
 * has six connections for all its tabs.
 */
export function useInboxStream(cid: string | undefined): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (cid === undefined) return undefined;
    let source: EventSource | undefined;
    const follow = () => {
      source?.close();
      source = undefined;
      if (document.visibilityState !== 'visible') return;
      source = new EventSource(inboxStreamUrl(cid));
      source.onmessage = () => void queryClient.invalidateQueries({ queryKey: inboxKey(cid) });
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [cid, queryClient]);
}
