import { Button, Checkbox, Input, Radio, Select, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { Nothing } from '../../parts/empty.js';
import { matchesLabel } from '../../parts/match-label.js';
import { planKinds, useSources, type PlanKind, type Source } from '../../parts/sources.js';
import { batchText } from '../../text/batch.js';
import { sourceKey } from './batch-items.js';

interface Props {
  cid: string;
  chosen: ReadonlyMap<string, Source>;
  onChoose: (chosen: ReadonlyMap<string, Source>) => void;
}

const columns: TableColumnsType<Source> = [
  { key: 'title', title: batchText.sourceTitle, dataIndex: 'title' },
  { key: 'unit', title: batchText.unit, dataIndex: 'unitName', width: 150 },
  { key: 'clause', title: batchText.clause, dataIndex: 'clauseNumber', width: 190, responsive: ['md'] },
  {
    key: 'tasks',
    title: batchText.taskCount,
    dataIndex: 'taskCount',
    width: 90,
    align: 'right',
    responsive: ['md'],
  },
];

interface Narrowing {
  text: string;
  unit: string | undefined;
  onlyWithout: boolean;
}

const fits = (source: Source, by: Narrowing): boolean =>
  (by.unit === undefined || source.unitName === by.unit) &&
  (!by.onlyWithout || source.taskCount === 0) &&
  (by.text === '' || `${source.title}${source.clauseNumber}`.includes(by.text));

function Filters({
  sources,
  by,
  onChange,
}: {
  sources: Source[];
  by: Narrowing;
  onChange: (by: Narrowing) => void;
}) {
  const units = [...new Set(sources.map((source) => source.unitName))].filter((name) => name !== '');
  return (
    <div className="row batch-filters">
      <Input
        className="batch-search"
        aria-label={batchText.search}
        placeholder={batchText.search}
        allowClear
        value={by.text}
        onChange={(event) => onChange({ ...by, text: event.target.value.trim() })}
      />
      {units.length > 0 && (
        <Select
          className="batch-unit"
          aria-label={batchText.unit}
          placeholder={batchText.allUnits}
          allowClear
          showSearch={{ filterOption: matchesLabel }}
          value={by.unit}
          options={units.map((name) => ({ value: name, label: name }))}
          onChange={(unit: string | undefined) => onChange({ ...by, unit })}
        />
      )}
      <Checkbox
        checked={by.onlyWithout}
        onChange={(event) => onChange({ ...by, onlyWithout: event.target.checked })}
      >
        {batchText.onlyWithout}
      </Checkbox>
    </div>
  );
}

function SourceTable({ sources, chosen, onChoose }: Omit<Props, 'cid'> & { sources: Source[] }) {
  const [by, setBy] = useState<Narrowing>({ text: '', unit: undefined, onlyWithout: false });
  const shown = useMemo(() => sources.filter((source) => fits(source, by)), [sources, by]);
  const change = (rows: Source[], selected: boolean) => {
    const next = new Map(chosen);
    for (const row of rows) {
      if (selected) next.set(sourceKey(row), row);
      else next.delete(sourceKey(row));
    }
    onChoose(next);
  };
  return (
    <>
      <Filters sources={sources} by={by} onChange={setBy} />
      <div className="batch-frame">
        <Table<Source>
          size="small"
          rowKey={sourceKey}
          columns={columns}
          dataSource={shown}
          pagination={false}
          className="sticky-in-frame"
          locale={{ emptyText: <Nothing text={batchText.nothing} next={batchText.nothingNext} /> }}
          onRow={(row) => ({
            onClick: (event) => {
              if (!(event.target instanceof HTMLInputElement)) change([row], !chosen.has(sourceKey(row)));
            },
          })}
          rowSelection={{
            selectedRowKeys: [...chosen.keys()],
            preserveSelectedRowKeys: true,
            getCheckboxProps: (row) => ({ 'aria-label': batchText.select(row.title) }),
            getTitleCheckboxProps: () => ({ 'aria-label': batchText.selectAll }),
            onSelect: (row, selected) => change([row], selected),
            onSelectAll: (selected) => change(shown, selected),
          }}
        />
      </div>
    </>
  );
}

export function ChooseSources({ cid, chosen, onChoose }: Props) {
  const sources = useSources(cid);
  const [kind, setKind] = useState<PlanKind>('duty');
  const count = (one: PlanKind) => [...chosen.values()].filter((source) => source.kind === one).length;
  return (
    <>
      <Radio.Group
        className="batch-kinds"
        aria-label={batchText.kinds}
        optionType="button"
        value={kind}
        options={planKinds.map((value) => ({
          value,
          label: batchText.tabWithCount(batchText.tabs[value], count(value)),
        }))}
        onChange={(event) => setKind(planKinds.find((one) => one === event.target.value) ?? 'duty')}
      />
      <SourceTable key={kind} sources={sources[kind] ?? []} chosen={chosen} onChoose={onChoose} />
      <div className="row batch-chosen">
        <span role="status">{batchText.chosen(chosen.size)}</span>
        {chosen.size > 0 && (
          <Button type="link" size="small" onClick={() => onChoose(new Map())}>
            {batchText.clearChosen}
          </Button>
        )}
      </div>
    </>
  );
}
