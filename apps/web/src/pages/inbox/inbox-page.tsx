import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { markRead } from '../../api/notifications.js';
import type { InboxItem, InboxPage as Page } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { inboxKey, useInbox } from '../../parts/inbox.queries.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { QueryView } from '../../parts/query-view.js';
import { taskUrl } from '../../parts/task-links.js';
import { useCampaign } from '../../shell/session.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { inboxText } from '../../text/inbox.js';
import { CalendarFeed } from './calendar-feed.js';
import './inbox.css';

function Item({ item, onRead }: { item: InboxItem; onRead: () => void }) {
  const to = item.taskId === null ? `/outbox/${item.messageId}` : taskUrl(item.taskId);
  return (
    <li>
      <Link to={to} className={item.read ? '' : 'inbox-unread'} onClick={onRead}>
        {item.title}
      </Link>
      {item.dueOn !== null && <span>{inboxText.due(formatDate(item.dueOn))}</span>}
      <span className="muted">
        {item.kindName} · {formatInstant(item.at)}
      </span>
      {!item.read && (
        <Button size="small" type="link" onClick={onRead}>
          {inboxText.markOne}
        </Button>
      )}
    </li>
  );
}

function List({ page, onRead }: { page: Page; onRead: (items: InboxItem[]) => void }) {
  if (page.items.length === 0) return <Nothing text={inboxText.empty} next={inboxText.emptyNext} />;
  const unread = page.items.filter((item) => !item.read);
  return (
    <>
      <div className="row">
        <span>
          {inboxText.counts(page.total, page.unread)}
          {page.total > page.items.length && inboxText.shown(page.items.length)}
        </span>
        <Button size="small" disabled={unread.length === 0} onClick={() => onRead(unread)}>
          {inboxText.markAll}
        </Button>
      </div>
      <ul className="inbox-list">
        {page.items.map((item) => (
          <Item
            key={`${item.messageId} ${item.itemId}`}
            item={item}
            onRead={() => !item.read && onRead([item])}
          />
        ))}
      </ul>
    </>
  );
}

export function InboxPage() {
  const { id: cid } = useCampaign();
  const inbox = useInbox(cid);
  const queryClient = useQueryClient();
  const read = useMutation({
    mutationFn: (items: InboxItem[]) =>
      markRead(
        cid,
        items.map(({ messageId, itemId }) => ({ messageId, itemId })),
      ),
    onSuccess: (page) => queryClient.setQueryData(inboxKey(cid), page),
  });
  return (
    <>
      <PageHead title={inboxText.title} lead={inboxText.lead} />
      {read.error !== null && <ProblemAlert error={read.error} />}
      <QueryView query={inbox}>
        {(page) => (
          <section className="panel">
            <List page={page} onRead={(items) => read.mutate(items)} />
          </section>
        )}
      </QueryView>
      <CalendarFeed cid={cid} />
    </>
  );
}
