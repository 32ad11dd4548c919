import type { PauseView } from '../../api/types.js';
import { formatDateShort } from '../../text/dates.js';
import { extensionText } from '../../text/extensions.js';

/** When the clock stood still, how long, and on whose word. */
export function Pauses({ pauses, today }: { pauses: readonly PauseView[]; today: string }) {
  if (pauses.length === 0) return null;
  const day = (date: string): string => formatDateShort(date, today);
  return (
    <div>
      <strong>{extensionText.pauseTitle}</strong>
      <ul>
        {pauses.map((pause) => (
          <li key={`${pause.kind}${pause.startedOn}${pause.endedOn}`}>
            {extensionText.said(
              extensionText.pauseKinds[pause.kind],
              pause.endedOn === null
                ? extensionText.pauseOpen(day(pause.startedOn))
                : extensionText.pauseLine(day(pause.startedOn), day(pause.endedOn), pause.workingDays ?? 0),
            )}
            <div className="muted">
              {[extensionText.by(pause.requestedBy, pause.approvedBy), pause.reason ?? '']
                .filter((text) => text !== '')
                .join('：')}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
