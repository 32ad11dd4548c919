import { Timeline } from 'antd';
import type { TaskEventRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { formatInstant } from '../../text/dates.js';
import { taskText } from '../../text/task.js';

const colours: Record<string, string> = {
  return: '#b42318',
  cancel: '#57606a',
  close: '#1b4f8a',
  suspend: '#57606a',
};

function Entry({ event }: { event: TaskEventRow }) {
  const who = [event.actor?.name ?? taskText.system, event.unitName]
    .filter((text) => text !== null)
    .join(' · ');
  return (
    <div>
      <div>
        <strong>{event.actionName}</strong> <span className="muted">{who}</span>
      </div>
      <div className="muted">{formatInstant(event.at)}</div>
      {event.note !== null && <div className="preline event-note">{event.note}</div>}
      {event.changes.map((change) => (
        <div key={change.field}>
          {taskText.changed(change.name, change.before ?? taskText.empty, change.after ?? taskText.empty)}
        </div>
      ))}
    </div>
  );
}

/** What happened, newest first: who, for which unit at that time, what was said and what changed. */
export function History({ events }: { events: readonly TaskEventRow[] }) {
  if (events.length === 0) return <Nothing text={taskText.historyNone} />;
  return (
    <Timeline
      items={events
        .toSorted((a, b) => b.seq - a.seq)
        .map((event) => ({
          key: event.seq,
          color: colours[event.action] ?? '#1e6b3a',
          content: <Entry event={event} />,
        }))}
    />
  );
}
