import { CheckCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { Button, DatePicker, Input, Select, Table, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import type { BatchPreviewRow, UnitRow } from '../../api/types.js';
import { matchesLabel } from '../../parts/match-label.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { batchText } from '../../text/batch.js';
import { dueText } from '../../text/dates.js';
import type { Batch } from './use-batch.js';
import { listOf } from '../../text/wording.js';

function Findings({ row }: { row: BatchPreviewRow }) {
  return (
    <div className="findings">
      {row.problems.map((problem) => (
        <div key={problem.pointer + problem.message} className="finding-bad">
          <ExclamationCircleFilled aria-hidden /> {problem.message}
        </div>
      ))}
      {row.problems.length === 0 && (
        <div className="finding-fine">
          <CheckCircleOutlined aria-hidden /> {batchText.rowFine}
        </div>
      )}
      {row.duplicateOf !== null && (
        <Link to={`/tasks/${row.duplicateOf.id}`} target="_blank" title={row.duplicateOf.title}>
          {batchText.duplicate(row.duplicateOf.number)}
        </Link>
      )}
    </div>
  );
}

interface CellProps {
  row: BatchPreviewRow;
  batch: Batch;
}

function TitleCell({ row, batch }: CellProps) {
  return (
    <>
      <Input.TextArea
        key={row.title}
        autoSize
        aria-label={batchText.titleLabel(row.index + 1)}
        defaultValue={row.title}
        maxLength={200}
        onBlur={(event) => {
          const title = event.target.value.trim();
          if (title !== row.title) batch.changeItem(row.index, { title });
        }}
      />
      {row.supportingUnits.length > 0 && (
        <div className="muted">
          {batchText.supportedBy(listOf(row.supportingUnits.map((unit) => unit.shortName)))}
        </div>
      )}
    </>
  );
}

function DueCell({ row, batch }: CellProps) {
  return (
    <DatePicker
      aria-label={batchText.dueLabel(row.index + 1)}
      placeholder={dueText.undetermined}
      value={row.dueOn === null ? null : dayjs(row.dueOn)}
      onChange={(date) => batch.changeItem(row.index, { dueOn: date?.format('YYYY-MM-DD') ?? null })}
    />
  );
}

function LeadCell({ row, batch, units }: CellProps & { units: readonly UnitRow[] }) {
  return (
    <Select
      className="batch-lead"
      aria-label={batchText.leadLabel(row.index + 1)}
      status={row.leadUnit === null ? 'error' : ''}
      showSearch={{ filterOption: matchesLabel }}
      value={row.leadUnit?.id}
      options={units.map((unit) => ({ value: unit.id, label: unit.shortName }))}
      onChange={(leadUnitId: string) => batch.changeItem(row.index, { leadUnitId })}
    />
  );
}

function RemoveCell({ row, batch }: CellProps) {
  return (
    <Button
      type="link"
      size="small"
      aria-label={batchText.removeRowLabel(row.index + 1)}
      onClick={() => batch.removeItems(new Set([row.index]))}
    >
      {batchText.removeRow}
    </Button>
  );
}

/** Each row with what the server found about it; what is changed here is checked again at once. */
export function PreviewTable({ batch, units }: { batch: Batch; units: readonly UnitRow[] }) {
  const narrow = useNarrow();
  const index = {
    key: 'index',
    title: '#',
    width: narrow ? 32 : 44,
    render: (_: unknown, row: BatchPreviewRow) => row.index + 1,
  };
  const wide: TableColumnsType<BatchPreviewRow> = [
    index,
    { key: 'title', title: batchText.rowTitle, render: (_, row) => <TitleCell row={row} batch={batch} /> },
    {
      key: 'lead',
      title: batchText.leadUnit,
      width: 190,
      render: (_, row) => <LeadCell row={row} batch={batch} units={units} />,
    },
    {
      key: 'due',
      title: batchText.rowDue,
      width: 160,
      render: (_, row) => <DueCell row={row} batch={batch} />,
    },
    { key: 'findings', title: batchText.rowProblems, width: 190, render: (_, row) => <Findings row={row} /> },
    {
      key: 'remove',
      title: batchText.removeRow,
      width: 70,
      render: (_, row) => <RemoveCell row={row} batch={batch} />,
    },
  ];
  const stacked: TableColumnsType<BatchPreviewRow> = [
    index,
    {
      key: 'all',
      title: batchText.rowTitle,
      render: (_, row) => (
        <div className="batch-stacked">
          <TitleCell row={row} batch={batch} />
          <LeadCell row={row} batch={batch} units={units} />
          <DueCell row={row} batch={batch} />
          <Findings row={row} />
          <RemoveCell row={row} batch={batch} />
        </div>
      ),
    },
  ];
  return (
    <Table<BatchPreviewRow>
      size="small"
      rowKey="index"
      columns={narrow ? stacked : wide}
      dataSource={batch.preview.data?.rows ?? []}
      loading={batch.preview.isPending}
      pagination={false}
      {...(narrow ? {} : { scroll: { x: 860, y: 'max(240px, calc(100vh - 430px))' } })}
      rowClassName={(row) => (row.problems.length > 0 ? 'row-bad' : '')}
    />
  );
}
