import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { TimelineTask } from '../../api/types.js';
import { StandingTag } from '../../parts/standing-tag.js';
import { taskUrl } from '../../parts/task-links.js';
import { appText } from '../../text/app.js';
import { formatDate, formatDateShort } from '../../text/dates.js';
import { ganttText } from '../../text/timeline.js';
import type { TaskGroup } from './gantt-rows.js';

const columns: TableColumnsType<TimelineTask> = [
  { key: 'number', title: ganttText.number, width: 90, render: (_, task) => task.number },
  {
    key: 'title',
    title: ganttText.task,
    render: (_, task) => <Link to={taskUrl(task.id)}>{task.title}</Link>,
  },
  { key: 'unit', title: ganttText.unit, width: 130, render: (_, task) => task.unit.shortName },
  {
    key: 'from',
    title: ganttText.assigned,
    width: 130,
    render: (_, task) => (task.startsOn === null ? appText.dash : formatDateShort(task.startsOn)),
  },
  {
    key: 'due',
    title: ganttText.due,
    width: 170,
    render: (_, task) => (task.dueOn === null ? ganttText.noDue : formatDate(task.dueOn)),
  },
  {
    key: 'standing',
    title: ganttText.standing,
    width: 96,
    render: (_, task) => <StandingTag standing={task.standing} />,
  },
];

/** The chart's content as tables, for a screen reader and for whoever would rather read. */
export function TimelineTables({ groups }: { groups: readonly TaskGroup[] }) {
  return (
    <div className="stack">
      {groups.map(({ title, tasks }) => (
        <section key={title} aria-label={title}>
          <h3>{ganttText.groupCount(title, tasks.length)}</h3>
          <Table<TimelineTask>
            size="small"
            rowKey="id"
            columns={columns}
            dataSource={tasks}
            pagination={tasks.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
            scroll={{ x: 720 }}
          />
        </section>
      ))}
    </div>
  );
}

/** The same for a phone. */
export function TimelineCards({ groups }: { groups: readonly TaskGroup[] }) {
  return (
    <div className="stack">
      {groups.map(({ title, tasks }) => (
        <details key={title}>
          <summary>{ganttText.groupCount(title, tasks.length)}</summary>
          <ul className="timeline-cards">
            {tasks.map((task) => (
              <li key={task.id}>
                <div className="row">
                  <StandingTag standing={task.standing} />
                  <span className="muted">{task.unit.shortName}</span>
                </div>
                <Link to={taskUrl(task.id)}>{task.title}</Link>
                <div className="muted">
                  {task.dueOn === null ? ganttText.noDue : ganttText.dueLine(formatDate(task.dueOn))}
                </div>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
