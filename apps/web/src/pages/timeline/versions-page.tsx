import { Select, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { AffectedTask, BareClause, PlanComparison, PlanVersionRow } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { taskUrl } from '../../parts/task-links.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { useCampaign } from '../../shell/session.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { versionText } from '../../text/timeline.js';
import { TimelineNav } from './timeline-nav.js';
import { usePlanComparison, usePlanVersions } from './timeline.queries.js';
import { VersionChanges } from './version-changes.js';

const columns: TableColumnsType<PlanVersionRow> = [
  {
    key: 'number',
    title: versionText.version,
    width: 90,
    render: (_, row) => versionText.number(row.number),
  },
  {
    key: 'document',
    title: versionText.document,
    render: (_, row) => (
      <>
        {row.documentTitle}{' '}
        <span className="muted">
          {row.documentDate === null ? versionText.noDate : formatDate(row.documentDate)}
        </span>
      </>
    ),
  },
  {
    key: 'loaded',
    title: versionText.loaded,
    width: 220,
    render: (_, row) => (
      <>
        {formatInstant(row.loadedAt)} <span className="muted">{row.loadedBy ?? versionText.console}</span>
      </>
    ),
  },
  {
    key: 'coverage',
    title: versionText.coverage,
    width: 130,
    render: (_, row) => versionText.covered(row.coverage.covered, row.coverage.clauses),
  },
];

function VersionTable({ rows }: { rows: PlanVersionRow[] }) {
  const narrow = useNarrow();
  if (!narrow) {
    return (
      <Table<PlanVersionRow>
        size="small"
        rowKey="number"
        columns={columns}
        dataSource={rows}
        pagination={false}
      />
    );
  }
  return (
    <ul className="timeline-cards">
      {rows.map((row) => (
        <li key={row.number}>
          <strong>{versionText.number(row.number)}</strong> {row.documentTitle}
          <div className="muted">
            {versionText.loaded} {formatInstant(row.loadedAt)}
          </div>
          <div>
            {versionText.coverage} {versionText.covered(row.coverage.covered, row.coverage.clauses)}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Tasks({ title, tasks }: { title: string; tasks: readonly AffectedTask[] }) {
  return (
    <Panel title={versionText.kindCount(title, tasks.length)}>
      {tasks.length === 0 && <p className="muted">{versionText.none}</p>}
      <ul className="timeline-cards">
        {tasks.map((task) => (
          <li key={task.id}>
            <span className="muted">{task.number}</span> <Link to={taskUrl(task.id)}>{task.title}</Link>{' '}
            <span className="muted">
              {task.unit.shortName} · {task.stateName}
            </span>
            <div className="muted">{task.clause}</div>
            {task.changes.map((change) => (
              <div key={change}>{change}</div>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Bare({ clauses, mayAssign }: { clauses: readonly BareClause[]; mayAssign: boolean }) {
  return (
    <Panel title={versionText.kindCount(versionText.bareClauses, clauses.length)}>
      {clauses.length === 0 && <p className="muted">{versionText.none}</p>}
      <ul className="version-kinds">
        {clauses.map(({ id, number, title }) => (
          <li key={number + title}>
            {number} {title}{' '}
            {id !== null && mayAssign && (
              <Link
                to={`/tasks/new?${new URLSearchParams({ source: 'clause', id }).toString()}`}
                aria-label={`${versionText.assign} ${title}`}
              >
                {versionText.assign}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Compared({ data, mayAssign }: { data: PlanComparison; mayAssign: boolean }) {
  return (
    <>
      <Panel title={versionText.changes(data.added.length, data.changed.length, data.removed.length)}>
        <div className="stack">
          <VersionChanges title={versionText.added} changes={data.added} />
          <VersionChanges title={versionText.changed} changes={data.changed} />
          <VersionChanges title={versionText.removed} changes={data.removed} />
        </div>
      </Panel>
      <Tasks title={versionText.changedTasks} tasks={data.changedTasks} />
      <Tasks title={versionText.lostTasks} tasks={data.lostTasks} />
      <Bare clauses={data.bareClauses} mayAssign={mayAssign} />
    </>
  );
}

/** Of the address, if there are such versions; otherwise the last two. */
function useChosen(count: number) {
  const [search, setSearch] = useSearchParams();
  const known = (name: string, otherwise: number): number => {
    const number = Number(search.get(name));
    return Number.isInteger(number) && number >= 1 && number <= count ? number : otherwise;
  };
  return {
    from: known('from', Math.max(1, count - 1)),
    to: known('to', count),
    choose: (name: string, number: number) => {
      const next = new URLSearchParams(search);
      next.set(name, String(number));
      setSearch(next, { replace: true });
    },
  };
}

function Versions({ cid, items, mayAssign }: { cid: string; items: PlanVersionRow[]; mayAssign: boolean }) {
  const { from, to, choose } = useChosen(items.length);
  const comparison = usePlanComparison(cid, from, to);
  const options = items.map(({ number }) => ({ value: number, label: versionText.number(number) }));
  return (
    <>
      <section className="panel stack">
        <VersionTable rows={items.toReversed()} />
        <p className="muted">{versionText.coverageHint}</p>
        {items.length === 1 ? (
          <p>{versionText.only}</p>
        ) : (
          <div className="row">
            {(['from', 'to'] as const).map((name) => (
              <label key={name} className="row">
                {versionText[name]}
                <Select
                  size="small"
                  aria-label={versionText[name]}
                  value={name === 'from' ? from : to}
                  options={options}
                  onChange={(number) => choose(name, number)}
                />
              </label>
            ))}
          </div>
        )}
      </section>
      <QueryView query={comparison}>
        {(data) =>
          items.length === 1 ? (
            <Bare clauses={data.bareClauses} mayAssign={mayAssign} />
          ) : (
            <Compared data={data} mayAssign={mayAssign} />
          )
        }
      </QueryView>
    </>
  );
}

export function VersionsPage() {
  const campaign = useCampaign();
  const versions = usePlanVersions(campaign.id);
  return (
    <div className="stack">
      <PageHead title={versionText.title} lead={versionText.lead} />
      <TimelineNav />
      <QueryView query={versions}>
        {({ items }) =>
          items.length > 0 && (
            <Versions cid={campaign.id} items={items} mayAssign={campaign.role === 'government_office'} />
          )
        }
      </QueryView>
    </div>
  );
}
