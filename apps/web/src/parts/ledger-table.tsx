import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LedgerRow } from '../api/types.js';
import { ledgersText } from '../text/ledgers.js';
import { LedgerDue } from './ledger-due.js';
import { entryUrl } from './ledger-links.js';
import { LedgerMarks, LedgerTag } from './ledger-tag.js';
import { useNarrow } from './use-narrow.js';
import './task-table.css';

export type LedgerTableColumn =
  'number' | 'subject' | 'unit' | 'township' | 'state' | 'value' | 'due' | 'measure' | 'progress';

const cells: Record<
  LedgerTableColumn,
  { title: string; width?: number; align?: 'right'; render: (row: LedgerRow) => ReactNode }
> = {
  number: {
    title: ledgersText.number,
    width: 88,
    render: (row) => <span className="nowrap">{row.number}</span>,
  },
  subject: {
    title: ledgersText.subject,
    render: (row) => (
      <span className="task-title">
        <Link to={entryUrl(row.id)}>{row.subject}</Link>{' '}
        {row.categoryName !== null && <span className="mark">{row.categoryName}</span>}
        <LedgerMarks row={row} />
      </span>
    ),
  },
  unit: { title: ledgersText.unit, width: 112, render: (row) => row.unit?.shortName },
  township: { title: ledgersText.township, width: 112, render: (row) => row.township?.shortName },
  state: { title: ledgersText.state, width: 132, render: (row) => <LedgerTag state={row.state} /> },
  value: {
    title: `${ledgersText.value} / ${ledgersText.line}`,
    width: 96,
    align: 'right',
    render: (row) => <ValueText row={row} />,
  },
  due: { title: ledgersText.due, width: 178, render: (row) => <LedgerDue row={row} /> },
  measure: { title: ledgersText.measure, width: 110, render: (row) => row.measure },
  progress: {
    title: ledgersText.progress,
    width: 170,
    render: (row) => row.lastProgress !== null && <span className="two-lines">{row.lastProgress}</span>,
  },
};

function ValueText({ row }: { row: LedgerRow }) {
  if (row.value === null) return null;
  return <span className="nowrap">{ledgersText.valueOfLine(String(row.value), String(row.line ?? ''))}</span>;
}

function Cards({ rows, label }: { rows: readonly LedgerRow[]; label: string }) {
  return (
    <ul className="task-cards" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <div className="task-card-head">
            <LedgerTag state={row.state} />
            <span className="muted">
              {[row.number, row.unit?.shortName ?? row.township?.shortName].filter(Boolean).join(' · ')}
            </span>
          </div>
          <div>
            <Link className="task-card-title" to={entryUrl(row.id)}>
              {row.subject}
            </Link>{' '}
            <LedgerMarks row={row} />
          </div>
          <div className="row">
            <ValueText row={row} />
            <LedgerDue row={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  rows: readonly LedgerRow[];
  columns: readonly LedgerTableColumn[];
  label: string;
  empty: ReactNode;
  sticky?: boolean;
  loading?: boolean;
}

/** Entries as a dense table, on a phone as cards. */
export function LedgerTable({ rows, columns, label, empty, sticky = false, loading = false }: Props) {
  const narrow = useNarrow();
  if (rows.length === 0 && !loading) return empty;
  if (narrow) return <Cards rows={rows} label={label} />;
  const shown: TableColumnsType<LedgerRow> = columns.map((column) => ({
    ...cells[column],
    key: column,
    render: (_, row) => cells[column].render(row),
  }));
  return (
    <Table<LedgerRow>
      className={sticky ? 'task-table sticky-head' : 'task-table'}
      aria-label={label}
      size="small"
      rowKey="id"
      dataSource={[...rows]}
      columns={shown}
      pagination={false}
      loading={loading}
    />
  );
}
