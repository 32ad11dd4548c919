import { Input, Table, type TableColumnsType } from 'antd';
import { useSearchParams } from 'react-router';
import type { ReactNode } from 'react';
import { Nothing } from '../../parts/empty.js';
import { plan } from '../../text/plan.js';

interface Props<T> {
  rows: readonly T[];
  columns: TableColumnsType<T>;
  textOf: (row: T) => string;
  filters?: ReactNode;
}

/** One filter of a plan tab, kept in the address. */
export function usePlanFilter(name: string): [string | undefined, (value: string | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  return [
    search.get(name) ?? undefined,
    (value) => {
      const next = new URLSearchParams(search);
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
      setSearch(next, { replace: true });
    },
  ];
}

export function PlanTable<T extends { id: string }>({ rows, columns, textOf, filters }: Props<T>) {
  const [q = '', setQ] = usePlanFilter('q');
  const shown = q === '' ? rows : rows.filter((row) => textOf(row).includes(q));
  return (
    <div className="stack">
      <div className="row">
        <Input
          className="plan-search"
          aria-label={plan.search}
          placeholder={plan.search}
          allowClear
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        {filters}
        <span className="muted">{plan.count(shown.length)}</span>
      </div>
      <Table<T>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={[...shown]}
        pagination={false}
        sticky={{ offsetHeader: 52 }}
        scroll={{ x: 'max-content' }}
        className="plan-table"
        locale={{ emptyText: <Nothing text={plan.emptyFiltered} /> }}
      />
    </div>
  );
}
