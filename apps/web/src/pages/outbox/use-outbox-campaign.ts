import { useQuery } from '@tanstack/react-query';
import { fetchSettings } from '../../api/settings.js';
import { useMembership, useSession } from '../../shell/session.js';

/** The campaign whose outbox is read; an administrator without a membership looks after the first one. */
export function useOutboxCampaign(): string | undefined {
  const membership = useMembership();
  const { account } = useSession();
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: fetchSettings,
    enabled: membership === null && account.administrator,
  });
  return membership?.id ?? settings.data?.campaigns[0]?.id;
}
