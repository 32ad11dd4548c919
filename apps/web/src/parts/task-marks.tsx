import type { TaskRow } from '../api/types.js';
import { priorityText, stateHelp } from '../text/states.js';

/** What sets a task apart in a list: urgency, a return, an example. */
export function TaskMarks({
  task,
}: {
  task: Pick<TaskRow, 'priority' | 'returned' | 'dataContradicted' | 'example'>;
}) {
  return (
    <>
      {task.priority !== 'normal' && (
        <span className={`mark mark-${task.priority}`}>{priorityText[task.priority]}</span>
      )}
      {task.returned && <span className="mark mark-returned">{stateHelp.returned}</span>}
      {task.dataContradicted && (
        <span className="mark mark-returned" title={stateHelp.contradictedHint}>
          {stateHelp.contradicted}
        </span>
      )}
      {task.example && (
        <span className="mark" title={stateHelp.exampleHint}>
          {stateHelp.example}
        </span>
      )}
    </>
  );
}
