import { Link } from 'react-router';
import './parts.css';

interface Props {
  count: number;
  to: string;
  label: string;
  tone?: string;
}

/** A count that opens the list it counts. A zero still opens it, but stays out of the keyboard's way. */
export function CountLink({ count, to, label, tone }: Props) {
  return (
    <Link
      to={to}
      aria-label={`${label} ${count}`}
      className={`count ${count === 0 ? 'count-zero' : `count-some count-${tone ?? 'plain'}`}`}
      tabIndex={count === 0 ? -1 : undefined}
    >
      {count}
    </Link>
  );
}
