import { Link } from 'react-router';
import type { Deadline } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { taskUrl } from '../../parts/task-links.js';
import { dueText, formatDate } from '../../text/dates.js';
import { timelineText } from '../../text/timeline.js';

const linkOf = ({ kind, id }: Deadline): string =>
  kind === 'task' ? taskUrl(id) : kind === 'target' ? '/plan?tab=targets' : '/plan?tab=phases';

const leftText = ({ dueOn, workingDaysLeft }: Deadline, today: string): string =>
  dueOn === today ? dueText.today : dueText.left(workingDaysLeft);

export function DeadlinesPanel({ deadlines, today }: { deadlines: readonly Deadline[]; today: string }) {
  return (
    <Panel title={timelineText.deadlines}>
      {deadlines.length === 0 && <p className="muted">{timelineText.noDeadlines}</p>}
      <ul className="deadlines">
        {deadlines.map((deadline) => (
          <li key={deadline.kind + deadline.id}>
            <span className="mark">{timelineText.deadlineKinds[deadline.kind]}</span>
            <Link to={linkOf(deadline)}>{deadline.title}</Link>
            <div className="muted">
              {formatDate(deadline.dueOn)} · {leftText(deadline, today)}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
