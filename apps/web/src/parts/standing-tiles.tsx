import { Link } from 'react-router';
import type { Standing, StandingCounts } from '../api/types.js';
import { tasksUrl, type TaskListPlace } from './task-links.js';
import { StandingTag } from './standing-tag.js';
import './parts.css';

export const countOf: Partial<Record<Standing, keyof StandingCounts>> = {
  overdue: 'overdue',
  due_soon: 'dueSoon',
  awaiting_receipt: 'awaitingReceipt',
  in_review: 'inReview',
  on_track: 'onTrack',
  undetermined: 'undetermined',
  suspended: 'suspended',
  closed: 'closed',
};

/** In this order everywhere; overdue always stands beside due soon (neither hides the other). */
export const countedStandings = Object.keys(countOf) as Standing[];

export function StandingTiles({ counts, place }: { counts: StandingCounts; place: TaskListPlace }) {
  return (
    <ul className="tiles">
      {countedStandings.map((standing) => {
        const field = countOf[standing];
        const count = field === undefined ? 0 : counts[field];
        return (
          <li key={standing}>
            <Link className={`tile ${count === 0 ? 'tile-zero' : ''}`} to={tasksUrl({ ...place, standing })}>
              <StandingTag standing={standing} />
              <span className="tile-count">{count}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
