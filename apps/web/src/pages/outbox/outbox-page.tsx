import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { fetchOutbox } from '../../api/reports.js';
import type { OutboxPage as Page, OutboxRow, MessageStatus } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { campaignKey, useMembership } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { formatInstant } from '../../text/dates.js';
import { outboxText } from '../../text/outbox.js';
import { MessageStatusText, SendingNotice } from './message-status.js';
import './outbox.css';
import { useOutboxCampaign } from './use-outbox-campaign.js';

const statuses = Object.keys(outboxText.statuses) as MessageStatus[];

function Subject({ row }: { row: OutboxRow }) {
  return (
    <Link to={`/outbox/${row.id}`}>
      {row.subject ?? `${outboxText.kinds[row.kind]}${outboxText.subjectHidden}`}
    </Link>
  );
}

const columns: TableColumnsType<OutboxRow> = [
  {
    key: 'createdAt',
    title: outboxText.createdAt,
    width: 160,
    render: (_, row) => formatInstant(row.createdAt),
  },
  { key: 'subject', title: outboxText.subject, render: (_, row) => <Subject row={row} /> },
  { key: 'kind', title: outboxText.kind, width: 90, render: (_, row) => outboxText.kinds[row.kind] },
  {
    key: 'recipient',
    title: outboxText.recipient,
    width: 220,
    render: (_, row) => (
      <>
        {row.recipientName} <span className="muted">{row.recipientAddress ?? outboxText.noAddress}</span>
      </>
    ),
  },
  {
    key: 'status',
    title: outboxText.status,
    width: 130,
    render: (_, row) => <MessageStatusText status={row.status} />,
  },
  {
    key: 'sentAt',
    title: outboxText.sentAt,
    width: 160,
    render: (_, row) => (row.sentAt === null ? appText.dash : formatInstant(row.sentAt)),
  },
];

function Cards({ rows }: { rows: readonly OutboxRow[] }) {
  return (
    <ul className="message-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="row">
            <MessageStatusText status={row.status} />
            <span className="muted">{formatInstant(row.createdAt)}</span>
          </div>
          <Subject row={row} />
          <span className="muted">{row.recipientName}</span>
        </li>
      ))}
    </ul>
  );
}

function List({ page, filtered }: { page: Page; filtered: boolean }) {
  const narrow = useNarrow();
  if (page.items.length === 0) {
    return filtered ? (
      <Nothing text={outboxText.emptyFiltered} />
    ) : (
      <Nothing text={outboxText.empty} next={outboxText.emptyNext} />
    );
  }
  if (narrow) return <Cards rows={page.items} />;
  return (
    <Table<OutboxRow>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={page.items}
      pagination={false}
      sticky={{ offsetHeader: 52 }}
    />
  );
}

export function OutboxPage() {
  const cid = useOutboxCampaign();
  const member = useMembership() !== null;
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((one) => one === search.get('status'));
  const after = search.get('after') ?? undefined;
  const query = { ...(status === undefined ? {} : { status }), ...(after === undefined ? {} : { after }) };
  const outbox = useQuery({
    queryKey: campaignKey(cid ?? '', 'outbox', query),
    queryFn: () => fetchOutbox(cid ?? '', query),
    enabled: cid !== undefined,
    placeholderData: keepPreviousData,
  });
  const kept: Record<string, string> = status === undefined ? {} : { status };
  return (
    <>
      <PageHead title={outboxText.title} lead={outboxText.lead}>
        {member && <Link to="/reminders">{outboxText.reminders}</Link>}
        <Select
          className="outbox-status"
          allowClear
          aria-label={outboxText.status}
          placeholder={outboxText.anyStatus}
          value={status}
          options={statuses.map((value) => ({ value, label: outboxText.statuses[value] }))}
          onChange={(value: MessageStatus | undefined) =>
            setSearch(value === undefined ? {} : { status: value })
          }
        />
      </PageHead>
      <QueryView query={outbox}>
        {(page) => (
          <>
            <SendingNotice exercise={page.exercise} mailConfigured={page.mailConfigured} />
            <section className="panel outbox-panel">
              <List page={page} filtered={status !== undefined} />
            </section>
            <div className="row outbox-pager">
              <span>{appText.total(page.total)}</span>
              {after !== undefined && (
                <Button size="small" onClick={() => setSearch(kept)}>
                  {outboxText.first}
                </Button>
              )}
              {page.next !== null && (
                <Button size="small" onClick={() => setSearch({ ...kept, after: page.next ?? '' })}>
                  {outboxText.next}
                </Button>
              )}
            </div>
          </>
        )}
      </QueryView>
    </>
  );
}
