import { Link } from 'react-router';
import type { Deadline } from '../../api/types.js';
import { taskUrl } from '../../parts/task-links.js';
import { formatDateShort } from '../../text/dates.js';
import { wallText } from '../../text/wall.js';
import { WallPanel } from './wall-panel.js';

const addressOf = ({ kind, id }: Deadline): string => {
  if (kind === 'task') return taskUrl(id);
  return kind === 'phase' ? '/timeline' : '/plan?tab=targets';
};

/** The dates stand in one column: where one needs its year, all get the room for it. */
export function Deadlines({ deadlines, today }: { deadlines: readonly Deadline[]; today: string }) {
  const years = deadlines.some(({ dueOn }) => dueOn.slice(0, 4) !== today.slice(0, 4));
  return (
    <WallPanel name="deadlines" title={wallText.deadlines}>
      {deadlines.length === 0 ? (
        <p className="wall-none">{wallText.deadlinesNone}</p>
      ) : (
        <ol className={years ? 'wall-deadlines wall-deadlines-years' : 'wall-deadlines'}>
          {deadlines.map((deadline) => (
            <li key={`${deadline.kind} ${deadline.id}`}>
              <time dateTime={deadline.dueOn}>{formatDateShort(deadline.dueOn, today)}</time>
              <Link to={addressOf(deadline)}>{deadline.title}</Link>
              <span>
                {deadline.unitName} {wallText.daysLeft(deadline.workingDaysLeft)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </WallPanel>
  );
}
