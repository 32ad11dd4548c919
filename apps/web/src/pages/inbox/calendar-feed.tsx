import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Typography } from 'antd';
import { fetchCalendarFeed, renewCalendarFeed, revokeCalendarFeed } from '../../api/notifications.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { campaignKey } from '../../shell/session.js';
import { formatInstant } from '../../text/dates.js';
import { inboxText } from '../../text/inbox.js';

export function CalendarFeed({ cid }: { cid: string }) {
  const key = campaignKey(cid, 'calendar-feed');
  const queryClient = useQueryClient();
  const feed = useQuery({ queryKey: key, queryFn: () => fetchCalendarFeed(cid) });
  const renew = useMutation({
    mutationFn: () => renewCalendarFeed(cid),
    onSuccess: (view) => queryClient.setQueryData(key, { since: view.since, url: null }),
  });
  const revoke = useMutation({
    mutationFn: () => revokeCalendarFeed(cid),
    onSuccess: () => {
      renew.reset();
      queryClient.setQueryData(key, { since: null, url: null });
    },
  });
  const since = feed.data?.since ?? null;
  const error = feed.error ?? renew.error ?? revoke.error;
  return (
    <Panel title={inboxText.feed}>
      <p className="muted">{inboxText.feedLead}</p>
      <p>{since === null ? inboxText.feedNone : inboxText.feedSince(formatInstant(since))}</p>
      {renew.data?.url != null && (
        <p>
          {inboxText.feedCopy}
          <Typography.Text copyable code className="feed-url">
            {renew.data.url}
          </Typography.Text>
        </p>
      )}
      <div className="row">
        <Popconfirm
          title={inboxText.feedRenewConfirm}
          disabled={since === null}
          onConfirm={() => renew.mutate()}
        >
          <Button loading={renew.isPending} onClick={() => since === null && renew.mutate()}>
            {since === null ? inboxText.feedMake : inboxText.feedRenew}
          </Button>
        </Popconfirm>
        {since !== null && (
          <Button loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {inboxText.feedRevoke}
          </Button>
        )}
      </div>
      {error !== null && <ProblemAlert error={error} />}
    </Panel>
  );
}
