import type { SupportRow } from '../../api/types.js';
import { ReceiptDue, ReceiptTag } from '../../parts/receipt-tag.js';
import { RungTag } from '../../parts/rung-tag.js';
import { formatInstant } from '../../text/dates.js';
import { receiptsText } from '../../text/receipts.js';
import { supportStateText } from '../../text/states.js';
import { taskText } from '../../text/task.js';

/** What each supporting unit has signed for and reported; an unsigned part shows the rung it has reached by itself. */
export function Supports({ supports }: { supports: readonly SupportRow[] }) {
  return (
    <ul className="supports">
      {supports.map((support) => (
        <li key={support.unit.id}>
          <div className="row">
            <strong>{support.unit.name}</strong>
            <ReceiptTag receipt={support.receipt} />
            {(support.state === 'in_progress' || support.state === 'completed') && (
              <span className={`support-state support-${support.state}`}>
                {supportStateText[support.state]}
              </span>
            )}
            {support.rung !== null && <RungTag rung={support.rung} />}
          </div>
          <div className="row">
            <ReceiptDue {...support} />
            {support.signedAt !== null && (
              <span className="muted">{receiptsText.signedOn(formatInstant(support.signedAt))}</span>
            )}
          </div>
          {support.state !== 'assigned' && (
            <div className={support.lastReport === null ? 'muted' : 'preline'}>
              {support.lastReport ?? taskText.supportNoReport}
              {support.lastReport !== null && support.updatedAt !== null && (
                <span className="muted"> {formatInstant(support.updatedAt)}</span>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
