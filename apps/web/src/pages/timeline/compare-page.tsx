import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select, Table, type TableColumnsType } from 'antd';
import { Link, useParams } from 'react-router';
import { comparisonWorkbookUrl } from '../../api/timeline.js';
import type {
  BaselineComparison,
  BaselineMark,
  BaselineComparisonRow,
  BaselineComparisonTotals,
  SnapshotChange,
} from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { taskUrl } from '../../parts/task-links.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { useCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { formatDateShort } from '../../text/dates.js';
import { comparisonText } from '../../text/timeline.js';
import { TimelineNav } from './timeline-nav.js';
import { useBaselines, useComparison } from './timeline.queries.js';
import { type ComparisonAddress, useComparisonAddress } from './use-comparison-address.js';

const changes = Object.keys(comparisonText.changes) as SnapshotChange[];
const marks = Object.keys(comparisonText.marks) as BaselineMark[];
const markTotals = { slipped: 'slipped', closed_since: 'closedSince' } as const;

const day = (date: string | null) => (date === null ? comparisonText.undetermined : formatDateShort(date));

function Title({ row }: { row: BaselineComparisonRow }) {
  if (row.kind !== 'task') return row.title;
  return (
    <>
      <span className="muted">{row.number}</span> <Link to={taskUrl(row.key)}>{row.title}</Link>
    </>
  );
}

function Detail({ row }: { row: BaselineComparisonRow }) {
  return (
    <>
      {row.slipped && <div className="comparison-slipped">{comparisonText.marks.slipped}</div>}
      {row.closedSince && <div>{comparisonText.marks.closed_since}</div>}
      {row.detail}
    </>
  );
}

const columns: TableColumnsType<BaselineComparisonRow> = [
  {
    key: 'kind',
    title: comparisonText.kind,
    width: 72,
    render: (_, row) => comparisonText.kinds[row.kind],
  },
  { key: 'title', title: comparisonText.item, width: 260, render: (_, row) => <Title row={row} /> },
  { key: 'unit', title: comparisonText.unit, width: 110, render: (_, row) => row.unit ?? appText.dash },
  {
    key: 'change',
    title: comparisonText.change,
    width: 84,
    render: (_, row) => comparisonText.changes[row.change],
  },
  {
    key: 'before',
    title: comparisonText.before,
    width: 122,
    render: (_, row) => (row.change === 'added' ? appText.dash : day(row.dueBefore)),
  },
  {
    key: 'after',
    title: comparisonText.after,
    width: 122,
    render: (_, row) => (row.change === 'removed' ? appText.dash : day(row.dueAfter)),
  },
  { key: 'moved', title: comparisonText.moved, width: 150, render: (_, row) => row.moved },
  { key: 'was', title: comparisonText.stateBefore, width: 84, render: (_, row) => row.stateBefore ?? '' },
  { key: 'is', title: comparisonText.stateAfter, width: 84, render: (_, row) => row.stateAfter ?? '' },
  { key: 'detail', title: comparisonText.detail, width: 160, render: (_, row) => <Detail row={row} /> },
];

function Totals({ totals, address }: { totals: BaselineComparisonTotals; address: ComparisonAddress }) {
  const { query, link } = address;
  const none = { change: undefined, mark: undefined };
  return (
    <div className="change-links">
      <Link
        to={link(none)}
        aria-current={query.change === undefined && query.mark === undefined ? 'true' : undefined}
      >
        {comparisonText.all} {totals.total}
      </Link>
      {changes.map((change) => (
        <Link
          key={change}
          to={link({ ...none, change })}
          aria-current={query.change === change ? 'true' : undefined}
        >
          {comparisonText.changes[change]} {totals[change]}
        </Link>
      ))}
      {marks.map((mark) => (
        <Link key={mark} to={link({ ...none, mark })} aria-current={query.mark === mark ? 'true' : undefined}>
          {comparisonText.marks[mark]} {totals[markTotals[mark]]}
        </Link>
      ))}
    </div>
  );
}

function Filters({ cid, id, address }: { cid: string; id: string; address: ComparisonAddress }) {
  const baselines = useBaselines(cid);
  const others = (baselines.data?.items ?? []).filter((one) => one.id !== id);
  const { query, set } = address;
  return (
    <div className="row">
      <span>{comparisonText.to}</span>
      <Select
        size="small"
        className="compare-to"
        aria-label={comparisonText.to}
        value={query.to ?? ''}
        options={[
          { value: '', label: comparisonText.now },
          ...others.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(to) => set({ to: to === '' ? undefined : to })}
      />
      <Select
        size="small"
        className="timeline-standing"
        allowClear
        aria-label={comparisonText.kind}
        placeholder={comparisonText.allKinds}
        value={query.kind}
        options={Object.entries(comparisonText.kinds).map(([value, label]) => ({ value, label }))}
        onChange={(kind: string | undefined) => set({ kind })}
      />
    </div>
  );
}

/** The rows on a phone. */
function Cards({ rows }: { rows: readonly BaselineComparisonRow[] }) {
  if (rows.length === 0) return <Nothing text={comparisonText.none} />;
  return (
    <ul className="timeline-cards">
      {rows.map((row) => (
        <li key={row.kind + row.key}>
          <span className="mark">{comparisonText.kinds[row.kind]}</span>
          <span className="mark">{comparisonText.changes[row.change]}</span> <Title row={row} />
          <div className="muted">
            {comparisonText.fromTo(day(row.dueBefore), day(row.dueAfter))} {row.moved}
          </div>
          <Detail row={row} />
        </li>
      ))}
    </ul>
  );
}

function Rows({ data }: { data: BaselineComparison }) {
  const narrow = useNarrow();
  return (
    <>
      <p className="muted">{comparisonText.count(data.rows.length)}</p>
      {narrow ? (
        <Cards rows={data.rows} />
      ) : (
        <Table<BaselineComparisonRow>
          size="small"
          rowKey={(row) => `${row.kind}${row.key}`}
          columns={columns}
          dataSource={data.rows}
          pagination={data.rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
          scroll={{ x: 1240 }}
          sticky={{ offsetHeader: 52 }}
          locale={{ emptyText: <Nothing text={comparisonText.none} /> }}
        />
      )}
      <p className="muted">{data.method}</p>
    </>
  );
}

export function ComparePage() {
  const campaign = useCampaign();
  const { id = '' } = useParams();
  const address = useComparisonAddress();
  const comparison = useComparison(campaign.id, id, address.query);
  const sides = comparison.data;
  return (
    <div className="stack">
      <PageHead
        title={comparisonText.title}
        {...(sides === undefined
          ? {}
          : {
              lead: comparisonText.lead(
                sides.from.name,
                formatDateShort(sides.from.on),
                sides.to.name,
                formatDateShort(sides.to.on),
              ),
            })}
      >
        <Button
          icon={<DownloadOutlined />}
          href={comparisonWorkbookUrl(campaign.id, id, address.query)}
          download
        >
          {comparisonText.workbook}
        </Button>
      </PageHead>
      <TimelineNav />
      <section className="panel stack">
        <Filters cid={campaign.id} id={id} address={address} />
        <QueryView query={comparison}>
          {(data) => (
            <>
              <Totals totals={data.totals} address={address} />
              <Rows data={data} />
            </>
          )}
        </QueryView>
      </section>
    </div>
  );
}
