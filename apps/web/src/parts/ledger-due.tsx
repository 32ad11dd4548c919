import type { LedgerRow } from '../api/types.js';
import { useSession } from '../shell/session.js';
import { dueText, formatDate, remainingText } from '../text/dates.js';
import './parts.css';

/** When it is to be done and, while it is in the unit's hands, how far away that is. */
export function LedgerDue({ row }: { row: Pick<LedgerRow, 'dueOn' | 'workingDaysLeft' | 'late'> }) {
  const { today } = useSession();
  if (row.dueOn === null) return <span className="muted">{dueText.undetermined}</span>;
  const standing = row.late ? 'overdue' : 'on_track';
  return (
    <span className="due">
      <span>{formatDate(row.dueOn)}</span>
      {row.workingDaysLeft !== null && (
        <span className={`remaining remaining-${standing}`}>
          {remainingText(
            { standing, workingDaysLeft: row.workingDaysLeft, effectiveDueOn: row.dueOn },
            today,
          )}
        </span>
      )}
    </span>
  );
}
