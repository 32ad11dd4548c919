import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { fetchOutbox } from '../../api/reports.js';
import type {
  HoldReason,
  MessageChannel,
  MessageStatus,
  OutboxPage as Page,
  OutboxRow,
} from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { useHolds } from '../../parts/holds.queries.js';
import { campaignKey, useMembership } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { formatInstant } from '../../text/dates.js';
import { outboxText } from '../../text/outbox.js';
import { DecideBar, type Selection } from './decide-bar.js';
import { HoldsPanel } from './holds-panel.js';
import { MessageStatusText, SendingNotice } from './message-status.js';
import './outbox.css';
import { useOutboxCampaign } from './use-outbox-campaign.js';

const statuses = Object.keys(outboxText.statuses) as MessageStatus[];
const channels = Object.keys(outboxText.channels) as MessageChannel[];
const reasons = Object.keys(outboxText.reasons) as HoldReason[];

interface FilterProps {
  name: string;
  empty: string;
  words: Readonly<Record<string, string>>;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function Filter({ name, empty, words, value, onChange }: FilterProps) {
  return (
    <Select
      className="outbox-status"
      allowClear
      aria-label={name}
      placeholder={empty}
      value={value}
      options={Object.entries(words).map(([key, label]) => ({ value: key, label }))}
      onChange={onChange}
    />
  );
}

function Subject({ row }: { row: OutboxRow }) {
  return <Link to={`/outbox/${row.id}`}>{row.subject ?? `${row.kindName}${outboxText.subjectHidden}`}</Link>;
}

const columns: TableColumnsType<OutboxRow> = [
  {
    key: 'createdAt',
    title: outboxText.createdAt,
    width: 160,
    render: (_, row) => formatInstant(row.createdAt),
  },
  { key: 'subject', title: outboxText.subject, render: (_, row) => <Subject row={row} /> },
  { key: 'kind', title: outboxText.kind, width: 90, dataIndex: 'kindName' },
  {
    key: 'channel',
    title: outboxText.channel,
    width: 90,
    render: (_, row) => outboxText.channels[row.channel],
  },
  {
    key: 'recipient',
    title: outboxText.recipient,
    width: 220,
    render: (_, row) => (
      <>
        {row.recipientName}{' '}
        {row.channel === 'mail' && (
          <span className="muted">{row.recipientAddress ?? outboxText.noAddress}</span>
        )}
      </>
    ),
  },
  {
    key: 'status',
    title: outboxText.status,
    width: 220,
    render: (_, row) => (
      <>
        <MessageStatusText status={row.status} />
        {row.lastError !== null && <div className="muted">{row.lastError}</div>}
      </>
    ),
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

function List({
  page,
  filtered,
  selection,
}: {
  page: Page;
  filtered: boolean;
  selection: Selection | undefined;
}) {
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
      {...(selection === undefined
        ? {}
        : {
            rowSelection: {
              selectedRowKeys: [...selection.ids],
              onChange: (keys) => selection.choose(keys.map(String)),
            },
          })}
      sticky={{ offsetHeader: 52 }}
    />
  );
}

export function OutboxPage() {
  const cid = useOutboxCampaign();
  const member = useMembership() !== null;
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((one) => one === search.get('status'));
  const channel = channels.find((one) => one === search.get('channel'));
  const reason = reasons.find((one) => one === search.get('reason'));
  const after = search.get('after') ?? undefined;
  const kept = {
    ...(status === undefined ? {} : { status }),
    ...(channel === undefined ? {} : { channel }),
    ...(reason === undefined ? {} : { reason }),
  };
  const query = { ...kept, ...(after === undefined ? {} : { after }) };
  const [ids, choose] = useState<readonly string[]>([]);
  const filter = (name: string, value: string | undefined) => {
    choose([]);
    setSearch(
      Object.fromEntries(
        Object.entries<string>({ ...kept, [name]: value ?? '' }).filter(([, text]) => text !== ''),
      ),
    );
  };
  const holds = useHolds(cid);
  const selection =
    (holds.data?.mayDecide ?? false) && (status === 'held' || reason !== undefined)
      ? { ids, choose }
      : undefined;
  const outbox = useQuery({
    queryKey: campaignKey(cid ?? '', 'outbox', query),
    queryFn: () => fetchOutbox(cid ?? '', query),
    enabled: cid !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={outboxText.title} lead={outboxText.lead}>
        {member && <Link to="/reminders">{outboxText.reminders}</Link>}
        <Filter
          name={outboxText.status}
          empty={outboxText.anyStatus}
          words={outboxText.statuses}
          value={status}
          onChange={(value) => filter('status', value)}
        />
        <Filter
          name={outboxText.channel}
          empty={outboxText.anyChannel}
          words={outboxText.channels}
          value={channel}
          onChange={(value) => filter('channel', value)}
        />
        <Filter
          name={outboxText.reason}
          empty={outboxText.anyReason}
          words={outboxText.reasons}
          value={reason}
          onChange={(value) => filter('reason', value)}
        />
        {holds.data?.mayDecide && <Link to="/robots">{outboxText.robots}</Link>}
      </PageHead>
      <QueryView query={outbox}>
        {(page) => (
          <>
            <SendingNotice exercise={page.exercise} mailConfigured={page.mailConfigured} />
            {holds.data && <HoldsPanel cid={cid ?? ''} holds={holds.data} />}
            {selection && <DecideBar cid={cid ?? ''} selection={selection} />}
            <section className="panel outbox-panel">
              <List page={page} filtered={Object.keys(kept).length > 0} selection={selection} />
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
