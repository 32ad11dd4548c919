import { Link } from 'react-router';
import type { RungCount } from '../../api/types.js';
import { RungTag } from '../../parts/rung-tag.js';
import { tasksUrl } from '../../parts/task-links.js';
import { wallText } from '../../text/wall.js';
import { WallPanel } from './wall-panel.js';

/** Overdue tasks, and how many have come to which rung of the ladder. */
export function RungBars({ rungs, overdue }: { rungs: readonly RungCount[]; overdue: number }) {
  const most = Math.max(1, ...rungs.map(({ count }) => count));
  return (
    <WallPanel
      name="rungs"
      title={wallText.overdue}
      note={
        <Link to={tasksUrl({ standing: 'overdue' })}>
          {wallText.overdueTotal} <strong>{overdue}</strong>
        </Link>
      }
    >
      {rungs.length === 0 ? (
        <p className="wall-none">{wallText.rungsNone}</p>
      ) : (
        <ul className="wall-bars">
          {rungs.map(({ rung, name, colour, count }) => (
            <li key={`${rung} ${name}`}>
              <RungTag rung={{ name, colour }} />
              <span className="wall-bar">
                <span style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <Link to={tasksUrl({ rung: String(rung) })} aria-label={`${name} ${count}`}>
                {count}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </WallPanel>
  );
}
