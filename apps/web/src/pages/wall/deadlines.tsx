import { Link } from 'react-router';
import type { WallDeadline } from '../../api/types.js';
import { taskUrl } from '../../parts/task-links.js';
import { formatDateShort } from '../../text/dates.js';
import { wallText } from '../../text/wall.js';
import { WallPanel } from './wall-panel.js';

const addressOf = ({ kind, id }: WallDeadline): string => {
  if (kind === 'task') return taskUrl(id);
  return kind === 'phase' ? '/timeline' : `/projects/${id}`;
};

export function Deadlines({ deadlines }: { deadlines: readonly WallDeadline[] }) {
  return (
    <WallPanel name="deadlines" title={wallText.deadlines}>
      {deadlines.length === 0 ? (
        <p className="wall-none">{wallText.deadlinesNone}</p>
      ) : (
        <ol className="wall-deadlines">
          {deadlines.map((deadline) => (
            <li key={`${deadline.kind} ${deadline.id} ${deadline.on}`}>
              <time dateTime={deadline.on}>{formatDateShort(deadline.on)}</time>
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
