import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { FactField, ProjectEntryView } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { formatInstant } from '../../text/dates.js';
import { factFieldText, projectsText, projectText } from '../../text/projects.js';
import './fact-history.css';

function Value({ value, was }: { value: string | null; was?: boolean }) {
  if (value === null) return <span className="muted">{projectsText.unknown}</span>;
  return <span className={was ? 'fact-change-from' : undefined}>{value}</span>;
}

function Change({ field, from, to }: { field: FactField; from: string | null; to: string | null }) {
  return (
    <>
      <dt>{factFieldText[field]}</dt>
      <dd>
        <Value value={from} was /> {projectText.becomes} <Value value={to} />
      </dd>
    </>
  );
}

/** Who changed what is known of a project, when, and from what to what; the newest first. */
export function FactHistory({ entries }: { entries: readonly ProjectEntryView[] }) {
  const [open, setOpen] = useState(false);
  const facts = entries.filter(({ kind }) => kind === 'facts');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {projectText.factHistory}
      </Button>
      <Drawer open={open} size={560} title={projectText.factHistoryTitle} onClose={() => setOpen(false)}>
        {facts.length === 0 && <Nothing text={projectText.noFactHistory} />}
        <ol className="fact-changes">
          {facts.map((entry) => (
            <li key={entry.seq}>
              <strong>{formatInstant(entry.at)}</strong>{' '}
              <span className="muted">
                {entry.unit ?? ''} {entry.by}
              </span>
              {entry.text !== null && <div>{entry.text}</div>}
              {entry.changes.length === 0 ? (
                <div className="muted">{projectText.nothingChanged}</div>
              ) : (
                <dl>
                  {entry.changes.map((change) => (
                    <Change key={change.field} {...change} />
                  ))}
                </dl>
              )}
            </li>
          ))}
        </ol>
      </Drawer>
    </>
  );
}
