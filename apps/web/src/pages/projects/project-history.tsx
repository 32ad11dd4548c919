import type { ProjectEntryView } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { formatInstant } from '../../text/dates.js';
import { entryKindText, factFieldText, projectText } from '../../text/projects.js';
import { listOf } from '../../text/wording.js';

/** Everything anybody entered, the newest first. */
export function ProjectHistory({ entries }: { entries: readonly ProjectEntryView[] }) {
  if (entries.length === 0) return <Nothing text={projectText.noHistory} />;
  return (
    <ol className="project-history" reversed>
      {entries.map((entry) => (
        <li key={entry.seq}>
          <div>
            <strong>{entryKindText[entry.kind]}</strong>{' '}
            <span className="muted">
              {entry.unit ?? ''} {entry.by} {formatInstant(entry.at)}
            </span>
          </div>
          {entry.text !== null && <div>{entry.text}</div>}
          {entry.changes.length > 0 && (
            <div>{projectText.changed(listOf(entry.changes.map(({ field }) => factFieldText[field])))}</div>
          )}
          {entry.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </li>
      ))}
    </ol>
  );
}
