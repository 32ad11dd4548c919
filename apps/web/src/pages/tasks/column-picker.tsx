import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { allTaskColumns, taskColumnTitle, type TaskColumn } from '../../parts/task-table.js';
import { tasksText } from '../../text/tasks.js';

const usual: readonly TaskColumn[] = ['number', 'task', 'leadUnit', 'standing', 'due', 'rung', 'progress'];
const fixed: ReadonlySet<TaskColumn> = new Set(['task']);
const place = 'junheng.task-columns';

function readColumns(): TaskColumn[] {
  const stored = localStorage.getItem(place)?.split(',') ?? usual;
  return allTaskColumns.filter((column) => fixed.has(column) || stored.includes(column));
}

/** Which columns this reader wants to see; kept on this computer only. */
export function useTaskColumns() {
  const [columns, setColumns] = useState(readColumns);
  const choose = (chosen: readonly TaskColumn[]) => {
    const next = allTaskColumns.filter((column) => fixed.has(column) || chosen.includes(column));
    localStorage.setItem(place, next.join(','));
    setColumns(next);
  };
  return { columns, choose };
}

export function ColumnPicker({ columns, choose }: ReturnType<typeof useTaskColumns>) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={tasksText.columns}
      content={
        <Checkbox.Group
          className="column-picker"
          value={columns}
          options={allTaskColumns.map((column) => ({
            value: column,
            label: taskColumnTitle(column),
            disabled: fixed.has(column),
          }))}
          onChange={choose}
        />
      }
    >
      <Button icon={<TableOutlined />}>{tasksText.columns}</Button>
    </Popover>
  );
}
