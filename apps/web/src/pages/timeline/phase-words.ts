import type { PhaseView } from '../../api/types.js';
import { timelineText } from '../../text/timeline.js';

interface Span {
  startsOn: string | null;
  endsOn: string | null;
}

export function phaseSpan({ startsOn, endsOn }: Span): string {
  if (startsOn === null) return timelineText.undetermined;
  return endsOn === null ? timelineText.openEnd(startsOn) : timelineText.span(startsOn, endsOn);
}

export function planSpan({ planStartsOn, planEndsOn }: PhaseView): string {
  return planStartsOn === null
    ? timelineText.planUndetermined
    : phaseSpan({ startsOn: planStartsOn, endsOn: planEndsOn });
}

/** How far the end is; nothing once the gate is passed, or while the phase is still to come. */
export function restText({
  state,
  gate,
  workingDaysToEnd: days,
  provisional,
}: PhaseView): string | undefined {
  if (days === null || gate.passedOn !== null || state === 'ahead' || state === 'undetermined')
    return undefined;
  const text = state === 'past' ? timelineText.over(-days) : timelineText.left(days);
  return provisional ? text + timelineText.provisional : text;
}
