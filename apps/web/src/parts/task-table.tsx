import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TaskRow } from '../api/types.js';
import { priorityText, stateText } from '../text/states.js';
import { tasksText } from '../text/tasks.js';
import { formatDateShort, formatInstant } from '../text/dates.js';
import { extensionText } from '../text/extensions.js';
import { ladderText, audienceText } from '../text/ladder.js';
import { receiptsText } from '../text/receipts.js';
import { SupportReceipts } from './receipt-tag.js';
import { RungTag } from './rung-tag.js';
import { SideDue } from './side-due.js';
import { DueText } from './due-text.js';
import { StandingTag } from './standing-tag.js';
import { TaskCards } from './task-cards.js';
import { taskUrl } from './task-links.js';
import { TaskMarks } from './task-marks.js';
import { useNarrow } from './use-narrow.js';
import './task-table.css';
import { listOf } from '../text/wording.js';

export type TaskColumn =
  | 'number'
  | 'task'
  | 'leadUnit'
  | 'supportingUnits'
  | 'standing'
  | 'state'
  | 'due'
  | 'originalDue'
  | 'extensions'
  | 'receipt'
  | 'supportReceipt'
  | 'verification'
  | 'rung'
  | 'rungSince'
  | 'rungAudience'
  | 'priority'
  | 'progress'
  | 'clause';

const cells: Record<TaskColumn, { title: string; width?: number; render: (task: TaskRow) => ReactNode }> = {
  number: {
    title: tasksText.number,
    width: 92,
    render: (task) => <span className="nowrap">{task.number}</span>,
  },
  task: {
    title: tasksText.task,
    render: (task) => (
      <span className="task-title">
        <Link to={taskUrl(task.id)}>{task.title}</Link> <TaskMarks task={task} />
      </span>
    ),
  },
  leadUnit: { title: tasksText.leadUnit, width: 124, render: (task) => task.leadUnit.shortName },
  supportingUnits: {
    title: tasksText.supportingUnits,
    width: 130,
    render: (task) => listOf(task.supportingUnits.map((unit) => unit.shortName)),
  },
  standing: {
    title: tasksText.standing,
    width: 96,
    render: (task) => <StandingTag standing={task.standing} />,
  },
  state: { title: tasksText.state, width: 84, render: (task) => stateText[task.state] },
  due: { title: tasksText.due, width: 186, render: (task) => <DueText due={task} /> },
  originalDue: {
    title: tasksText.originalDue,
    width: 130,
    render: (task) => (task.originalDueOn === null ? null : formatDateShort(task.originalDueOn)),
  },
  extensions: {
    title: tasksText.extensions,
    width: 130,
    render: (task) =>
      task.extensionCount === 0 ? null : extensionText.count(task.extensionCount, task.extendedDays),
  },
  receipt: {
    title: ladderText.receipt,
    width: 150,
    render: (task) => (
      <SideDue
        dueOn={task.receiptDueOn}
        daysLeft={task.receiptDaysLeft}
        settled={task.state !== 'assigned'}
      />
    ),
  },
  supportReceipt: {
    title: receiptsText.column,
    width: 260,
    render: (task) => <SupportReceipts units={task.supportingUnits} />,
  },
  verification: {
    title: ladderText.verification,
    width: 150,
    render: (task) => (
      <SideDue
        dueOn={task.verificationDueOn}
        daysLeft={task.verificationDaysLeft}
        settled={task.state !== 'in_review'}
      />
    ),
  },
  rung: { title: ladderText.rung, width: 120, render: (task) => <RungTag rung={task.rung} /> },
  rungSince: {
    title: ladderText.since,
    width: 120,
    render: (task) => (task.rung === null ? null : formatDateShort(task.rung.since)),
  },
  rungAudience: {
    title: ladderText.audienceFilter,
    width: 150,
    render: (task) =>
      task.rung === null ? null : listOf(task.rung.audience.map((one) => audienceText[one])),
  },
  priority: { title: tasksText.priority, width: 84, render: (task) => priorityText[task.priority] },
  progress: {
    title: tasksText.progress,
    width: 200,
    render: (task) =>
      task.lastProgress === null ? null : (
        <span title={task.lastProgressAt === null ? undefined : formatInstant(task.lastProgressAt)}>
          <span className="two-lines">{task.lastProgress}</span>
        </span>
      ),
  },
  clause: {
    title: tasksText.clause,
    width: 200,
    render: (task) =>
      task.clause === null ? null : (
        <span className="two-lines" title={task.clause.title}>
          {task.clause.number} {task.clause.title}
        </span>
      ),
  },
};

export const allTaskColumns = Object.keys(cells) as TaskColumn[];
export const taskColumnTitle = (column: TaskColumn): string => cells[column].title;

interface Props {
  tasks: readonly TaskRow[];
  columns: readonly TaskColumn[];
  label: string;
  empty: ReactNode;
  /** How a column is sorted now, undefined if it cannot be; the page keeps the order in its address. */
  sortOf?: (column: TaskColumn) => 'ascend' | 'descend' | null | undefined;
  onSort?: (column: TaskColumn, order: 'ascend' | 'descend') => void;
  sticky?: boolean;
  loading?: boolean;
}

/** The one table of tasks: dense on a desktop, cards on a phone. */
export function TaskTable({ tasks, columns, label, empty, sortOf, onSort, sticky, loading }: Props) {
  const narrow = useNarrow();
  if (tasks.length === 0 && loading !== true) return empty;
  if (narrow) return <TaskCards tasks={tasks} label={label} receipts={columns.includes('supportReceipt')} />;
  const shown: TableColumnsType<TaskRow> = columns.map((column) => {
    const { title, width, render } = cells[column];
    const sortOrder = sortOf?.(column);
    return {
      key: column,
      title,
      ...(width === undefined ? {} : { width }),
      ...(sortOrder === undefined
        ? {}
        : { sorter: true, sortOrder, sortDirections: ['ascend', 'descend', 'ascend'] as const }),
      render: (_, task) => render(task),
    };
  });
  return (
    <Table<TaskRow>
      aria-label={label}
      className={sticky === true ? 'task-table sticky-head' : 'task-table'}
      size="small"
      rowKey="id"
      columns={shown}
      dataSource={[...tasks]}
      pagination={false}
      loading={loading === true}
      onChange={(_, __, sorter) => {
        const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
        const column = columns.find((one) => one === columnKey);
        if (column !== undefined) onSort?.(column, order ?? 'ascend');
      }}
    />
  );
}
