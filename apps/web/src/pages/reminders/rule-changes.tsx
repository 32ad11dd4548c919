import type { RuleChangeRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { formatInstant } from '../../text/dates.js';
import { remindersText } from '../../text/reminders.js';

/** Who changed the rules and when, the latest first. */
export function RuleChanges({ changes }: { changes: readonly RuleChangeRow[] }) {
  if (changes.length === 0) return <Nothing text={remindersText.noChanges} />;
  return (
    <ul className="reminder-cards">
      {changes.map((change) => (
        <li key={change.version}>
          <span>
            <strong>{change.actorName}</strong> <span className="muted">{formatInstant(change.at)}</span>
          </span>
          <span>{remindersText.changed(change.before.length, change.after.length)}</span>
          {change.note !== null && <span className="preline">{change.note}</span>}
        </li>
      ))}
    </ul>
  );
}
