import { type CivilDate, civilDateAt, type TaskState, type WorkdayCalendar } from '#kernel';

/** A stretch of a task's life as its history tells it. Days are Asia/Shanghai; working days are counted in (from, to]. */
export interface Segment {
  readonly kind: 'receipt' | 'work' | 'review' | 'suspended';
  readonly from: CivilDate;
  /** null while it lasts. */
  readonly to: CivilDate | null;
  readonly workingDays: number;
  readonly countsAgainstUnit: boolean;
}

interface Step {
  readonly at: Date;
  readonly toState: TaskState;
}

const kinds: Readonly<Partial<Record<TaskState, Segment['kind']>>> = {
  assigned: 'receipt',
  signed: 'work',
  in_progress: 'work',
  in_review: 'review',
  suspended: 'suspended',
};

/**
 * Receipt, work, review and suspension in the order they happened. Review and suspension never count against the unit.
 * @param steps the task's events, oldest first
 */
export function clockSegments(
  calendar: WorkdayCalendar,
  steps: readonly Step[],
  today: CivilDate,
): Segment[] {
  const segments: Segment[] = [];
  let open: { kind: Segment['kind']; from: CivilDate } | undefined;
  for (const step of steps) {
    const kind = kinds[step.toState];
    if (kind === open?.kind) continue;
    const day = civilDateAt(step.at.getTime());
    if (open) segments.push(segment(calendar, open.kind, open.from, day, day));
    open = kind && { kind, from: day };
  }
  if (open) segments.push(segment(calendar, open.kind, open.from, null, today));
  return segments;
}

function segment(
  calendar: WorkdayCalendar,
  kind: Segment['kind'],
  from: CivilDate,
  to: CivilDate | null,
  until: CivilDate,
): Segment {
  return {
    kind,
    from,
    to,
    workingDays: Math.max(0, calendar.workingDaysBetween(from, until)),
    countsAgainstUnit: kind === 'receipt' || kind === 'work',
  };
}
