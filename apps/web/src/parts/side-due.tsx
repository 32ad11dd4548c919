import { useSession } from '../shell/session.js';
import { formatDateShort } from '../text/dates.js';
import { ladderText } from '../text/ladder.js';
import './parts.css';

interface Props {
  dueOn: string | null;
  daysLeft: number | null;
  /** The clock stopped: signed, or reviewed. */
  settled: boolean;
}

/** The last day of a receipt or review, and how many working days are left or over. */
export function SideDue({ dueOn, daysLeft, settled }: Props) {
  const { today } = useSession();
  if (dueOn === null || daysLeft === null) return null;
  return (
    <span className="due">
      <span>{formatDateShort(dueOn, today)}</span>
      <span className={daysLeft < 0 ? 'remaining remaining-overdue' : 'remaining'}>
        {settled ? ladderText.settled(daysLeft) : ladderText.left(daysLeft)}
      </span>
    </span>
  );
}
