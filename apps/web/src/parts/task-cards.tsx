import { Link } from 'react-router';
import type { TaskRow } from '../api/types.js';
import { DueText } from './due-text.js';
import { SupportReceipts } from './receipt-tag.js';
import { StandingTag } from './standing-tag.js';
import { taskUrl } from './task-links.js';
import { TaskMarks } from './task-marks.js';
import './task-table.css';

interface Props {
  tasks: readonly TaskRow[];
  label: string;
  /** Whether the receipts of supporting units are what the list is about. */
  receipts: boolean;
}

export function TaskCards({ tasks, label, receipts }: Props) {
  return (
    <ul className="task-cards" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id}>
          <div className="task-card-head">
            <StandingTag standing={task.standing} />
            <span className="muted">
              {task.number} · {task.leadUnit.shortName}
            </span>
          </div>
          <div>
            <Link className="task-card-title" to={taskUrl(task.id)}>
              {task.title}
            </Link>{' '}
            <TaskMarks task={task} />
          </div>
          <DueText due={task} />
          {receipts && <SupportReceipts units={task.supportingUnits} />}
        </li>
      ))}
    </ul>
  );
}
