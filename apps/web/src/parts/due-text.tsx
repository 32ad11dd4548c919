import { Tooltip } from 'antd';
import type { TaskRow } from '../api/types.js';
import { useSession } from '../shell/session.js';
import { dueText, formatDate, remainingText } from '../text/dates.js';
import './parts.css';

type Due = Pick<TaskRow, 'standing' | 'dueOn' | 'effectiveDueOn' | 'workingDaysLeft' | 'provisionalDue'>;

const running: ReadonlySet<string> = new Set(['awaiting_receipt', 'on_track', 'due_soon', 'overdue']);

/** Only a running task is counted down: a closed or suspended one is neither early nor late today. */
export function Remaining({ due }: { due: Due }) {
  const { today } = useSession();
  if (!running.has(due.standing)) return null;
  return <span className={`remaining remaining-${due.standing}`}>{remainingText(due, today)}</span>;
}

/** A due date and, beside it, how far away it is in working days. */
export function DueText({ due }: { due: Due }) {
  if (due.dueOn === null) return <span className="muted">{dueText.undetermined}</span>;
  const moved = due.effectiveDueOn !== null && due.effectiveDueOn !== due.dueOn;
  return (
    <span className="due">
      <span>{formatDate(due.dueOn)}</span>
      {due.provisionalDue && (
        <Tooltip title={dueText.provisionalHint}>
          <span className="provisional" tabIndex={0}>
            {dueText.provisional}
          </span>
        </Tooltip>
      )}
      <Remaining due={due} />
      {moved && due.effectiveDueOn !== null && (
        <span className="muted">{dueText.extendedTo(formatDate(due.effectiveDueOn))}</span>
      )}
    </span>
  );
}
