import type { SupportRow } from '../../api/types.js';
import { formatInstant } from '../../text/dates.js';
import { supportStateText } from '../../text/states.js';
import { taskText } from '../../text/task.js';

export function Supports({ supports }: { supports: readonly SupportRow[] }) {
  return (
    <ul className="supports">
      {supports.map((support) => (
        <li key={support.unit.id}>
          <div className="row">
            <strong>{support.unit.name}</strong>
            <span className={`support-state support-${support.state}`}>
              {supportStateText[support.state]}
            </span>
            {support.updatedAt !== null && <span className="muted">{formatInstant(support.updatedAt)}</span>}
          </div>
          <div className={support.lastReport === null ? 'muted' : 'preline'}>
            {support.lastReport ?? taskText.supportNoReport}
          </div>
        </li>
      ))}
    </ul>
  );
}
