import type { TaskView } from '../../api/types.js';
import { SideDue } from '../../parts/side-due.js';
import { ladderText } from '../../text/ladder.js';
import { CountedButton } from './due-explanation.js';

/** The last days of receipt and review; the second is the reviewer's, never the unit's. */
export function SideClocks({ task }: { task: TaskView }) {
  if (task.receiptDueOn === null && task.verificationDueOn === null) return null;
  return (
    <dl className="side-clocks">
      {task.receiptDueOn !== null && (
        <div>
          <dt>{ladderText.receipt}</dt>
          <dd>
            <SideDue
              dueOn={task.receiptDueOn}
              daysLeft={task.receiptDaysLeft}
              settled={task.state !== 'assigned'}
            />
            {task.receiptCounted !== null && <CountedButton counted={task.receiptCounted} />}
          </dd>
        </div>
      )}
      {task.verificationDueOn !== null && (
        <div>
          <dt>{ladderText.verification}</dt>
          <dd>
            <SideDue
              dueOn={task.verificationDueOn}
              daysLeft={task.verificationDaysLeft}
              settled={task.state !== 'in_review'}
            />
            {task.verificationCounted !== null && <CountedButton counted={task.verificationCounted} />}
          </dd>
        </div>
      )}
    </dl>
  );
}
