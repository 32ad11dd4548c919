import { Link } from 'react-router';
import type { OverdueTask, OverdueUnit } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { TaskMarks } from '../../parts/task-marks.js';
import { tasksUrl, taskUrl } from '../../parts/task-links.js';
import { dueText, formatDate, formatInstant } from '../../text/dates.js';
import { overdueText } from '../../text/overdue.js';
import { stateText } from '../../text/states.js';

function Progress({ task }: { task: OverdueTask }) {
  if (task.lastProgress === null) return <span className="muted">{overdueText.noProgress}</span>;
  return (
    <>
      {task.lastProgress}
      {task.lastProgressAt !== null && <div className="muted">{formatInstant(task.lastProgressAt)}</div>}
    </>
  );
}

function TaskLine({ task }: { task: OverdueTask }) {
  return (
    <tr>
      <td className="nowrap" data-label={overdueText.number}>
        {task.number}
      </td>
      <td data-label={overdueText.task}>
        <div>
          <Link to={taskUrl(task.id)}>{task.title}</Link>{' '}
          <TaskMarks
            task={{ priority: task.priority, returned: false, dataContradicted: false, example: false }}
          />
        </div>
      </td>
      <td data-label={overdueText.due}>
        {formatDate(task.dueOn)}
        {task.effectiveDueOn !== task.dueOn && (
          <div className="muted">{dueText.extendedTo(formatDate(task.effectiveDueOn))}</div>
        )}
      </td>
      <td className="late" data-label={overdueText.late}>
        {overdueText.days(task.workingDaysLate)}
      </td>
      <td data-label={overdueText.state}>{stateText[task.state]}</td>
      <td data-label={overdueText.clause}>
        {task.clause === null ? null : `${task.clause.number} ${task.clause.title}`}
      </td>
      <td data-label={overdueText.progress}>
        <Progress task={task} />
      </td>
    </tr>
  );
}

const { number, task, due, late, state, clause, progress } = overdueText;
const columns = [number, task, due, late, state, clause, progress];

/** One unit's overdue tasks; its count opens the same tasks in the list when the report is today's. */
export function UnitSection({ section, isToday }: { section: OverdueUnit; isToday: boolean }) {
  const count = overdueText.unitHead(section.count, section.maxDaysLate);
  return (
    <Panel
      title={section.unit.name}
      className="overdue-unit"
      extra={
        isToday ? (
          <Link to={tasksUrl({ unitId: section.unit.id, part: 'lead', standing: 'overdue' })}>{count}</Link>
        ) : (
          <span>{count}</span>
        )
      }
    >
      <table className="paper-table">
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.tasks.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
