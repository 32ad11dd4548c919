import { Link, useLocation } from 'react-router';
import { timelineText } from '../../text/timeline.js';
import './timeline.css';

const places = [
  { to: '/timeline', label: timelineText.title },
  { to: '/timeline/baselines', label: timelineText.baselines },
  { to: '/timeline/versions', label: timelineText.versions },
];

/** The three views of the course; units see only the first and get no choice. */
export function TimelineNav() {
  const { pathname } = useLocation();
  return (
    <nav className="timeline-nav no-print" aria-label={timelineText.title}>
      {places.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          aria-current={
            pathname === to || (to !== '/timeline' && pathname.startsWith(to)) ? 'page' : undefined
          }
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
