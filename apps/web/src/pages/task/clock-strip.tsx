import type { ClockSegment } from '../../api/types.js';
import { formatDateShort } from '../../text/dates.js';
import { taskText } from '../../text/task.js';

function span(segment: ClockSegment, today: string): string {
  const from = formatDateShort(segment.from, today);
  return segment.to === null
    ? taskText.clockRunning(from)
    : taskText.clockSpan(from, formatDateShort(segment.to, today));
}

/** Whose time it was: receipt and work run against the unit, review and suspension do not. */
export function ClockStrip({ segments, today }: { segments: readonly ClockSegment[]; today: string }) {
  if (segments.length === 0) return <p className="muted">{taskText.clockNone}</p>;
  const counted = segments.reduce((sum, one) => sum + (one.countsAgainstUnit ? one.workingDays : 0), 0);
  return (
    <>
      <ol className="clock">
        {segments.map((segment) => (
          <li
            key={`${segment.kind}${segment.from}`}
            className={`clock-${segment.kind}`}
            style={{ flexGrow: Math.max(segment.workingDays, 1) }}
          >
            <strong>{taskText.clockKinds[segment.kind]}</strong>
            <span>{taskText.workingDays(segment.workingDays)}</span>
            <span className="clock-span">{span(segment, today)}</span>
            {!segment.countsAgainstUnit && <span className="clock-span">{taskText.clockFree}</span>}
          </li>
        ))}
      </ol>
      <p className="muted clock-sum">{taskText.clockCounts(counted)}</p>
    </>
  );
}
