import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TaskRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { Panel } from '../../parts/panel.js';
import { tasksUrl } from '../../parts/task-links.js';
import { TaskTable, type TaskColumn } from '../../parts/task-table.js';
import { deskText } from '../../text/desks.js';
import { withDetail } from '../../text/wording.js';

interface Props {
  title: string;
  tasks: TaskRow[];
  /** The filter that names this list; without one, the list of exactly these tasks. */
  to?: string;
  none: string;
  next?: ReactNode;
  hint?: ReactNode;
  /** How many there are in all, where the panel may show fewer. */
  count?: number;
  columns?: readonly TaskColumn[];
}

const usual: readonly TaskColumn[] = ['number', 'task', 'leadUnit', 'standing', 'due'];

export function TaskPanel({
  title,
  tasks,
  to,
  none,
  next,
  hint,
  count = tasks.length,
  columns = usual,
}: Props) {
  const list = to ?? tasksUrl({ ids: tasks.map((task) => task.id).join(',') });
  const heading = tasks.length === 0 ? title : withDetail(title, count);
  return (
    <Panel
      title={heading}
      extra={
        <span className="row">
          {hint !== undefined && <span className="muted">{hint}</span>}
          {tasks.length > 0 && <Link to={list}>{deskText.seeList}</Link>}
        </span>
      }
    >
      <TaskTable tasks={tasks} columns={columns} label={title} empty={<Nothing text={none} next={next} />} />
    </Panel>
  );
}
