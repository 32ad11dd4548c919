import { type CivilDate, type WorkdayCalendar } from '#kernel';

export const phaseStates = ['past', 'now', 'ahead', 'undetermined'] as const;
/** Where today stands to a phase. */
export type PhaseState = (typeof phaseStates)[number];

export const phaseStateNames: Readonly<Record<PhaseState, string>> = {
  past: '已过',
  now: '进行中',
  ahead: '未开始',
  undetermined: '时间待定',
};

export const gateStates = ['passed', 'passed_lacking', 'late', 'open'] as const;
/** How the gate at a phase's end stands; only a person passes it. */
export type GateState = (typeof gateStates)[number];

export const gateStateNames: Readonly<Record<GateState, string>> = {
  passed: '已过关',
  passed_lacking: '带缺口过关',
  late: '到期未过关',
  open: '未过关',
};

export interface PhaseSpan {
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
}

/**
 * A phase without a start is 时间待定, whatever day it is; one without an end stays open.
 * @example phaseState({ startsOn: '2022-01-01', endsOn: '2023-08-31' }, '2022-09-15') // 'now'
 */
export function phaseState({ startsOn, endsOn }: PhaseSpan, today: CivilDate): PhaseState {
  if (startsOn === null) return 'undetermined';
  if (startsOn > today) return 'ahead';
  return endsOn !== null && endsOn < today ? 'past' : 'now';
}

/** Late from the day after the phase's end; 时间待定 is never late. @param lacking null when nobody has passed it */
export function gateState(span: PhaseSpan, lacking: number | null, today: CivilDate): GateState {
  if (lacking !== null) return lacking > 0 ? 'passed_lacking' : 'passed';
  return phaseState(span, today) === 'past' ? 'late' : 'open';
}

/** Working days to the end of a phase; negative when it is over, null when nobody knows the end. */
export function workingDaysToEnd(
  calendar: WorkdayCalendar,
  { endsOn }: PhaseSpan,
  today: CivilDate,
): number | null {
  return endsOn === null ? null : calendar.workingDaysBetween(today, endsOn);
}
