import { ClauseRef, UnitRef } from '../../http/refs.dto.js';
import { TaskRow } from './tasks.dto.js';

export class StandingCounts {
  total: number;
  awaitingReceipt: number;
  onTrack: number;
  dueSoon: number;
  overdue: number;
  inReview: number;
  undetermined: number;
  suspended: number;
  closed: number;
}

/** Overdue tasks by how late they are: under 3 working days, 3 to 6, 7 and more. */
export class OverdueLevels {
  slight: number;
  serious: number;
  grave: number;
}

/** A ratio kept as it was counted; a denominator of 0 means there is nothing to rate. */
export class Ratio {
  numerator: number;
  denominator: number;
}

export class UnitOverviewRow {
  unit: UnitRef;
  lead: StandingCounts;
  supportOpen: number;
  /** Of these not signed for yet. */
  supportToSign: number;
  /** Of those past the day they were to be signed by. */
  supportSignLate: number;
  overdueLevels: OverdueLevels;
  maxDaysLate: number;
  /** Closed tasks submitted by the due date in force, of those that had one; reviews and pauses are not counted. */
  onTimeRate: Ratio;
  /** The same against the due date they were assigned with. */
  onTimeRateOriginal: Ratio;
}

export class OverviewView {
  asOf: string;
  totals: StandingCounts;
  rows: UnitOverviewRow[];
}

/** A clause nobody works on yet. */
export class ClauseWithoutTask extends ClauseRef {
  dutyCount: number;
}

/** 交办台 */
export class AssigningDesk {
  asOf: string;
  totals: StandingCounts;
  drafts: number;
  clausesWithoutTask: ClauseWithoutTask[];
  awaitingReview: TaskRow[];
  notSigned: TaskRow[];
  overview: UnitOverviewRow[];
}

/** 承办台 */
export class HandlingDesk {
  asOf: string;
  unit: UnitRef;
  totals: StandingCounts;
  toSign: TaskRow[];
  returned: TaskRow[];
  open: TaskRow[];
  /** Parts not signed for yet, and how many of them are late. */
  supportToSign: TaskRow[];
  supportToSignCount: number;
  supportSignLateCount: number;
  /** Parts signed for and not done. */
  supporting: TaskRow[];
  inReview: TaskRow[];
}

export class OverdueUnitCount {
  unit: UnitRef;
  count: number;
  maxDaysLate: number;
}

/** 督查台 */
export class SupervisingDesk {
  asOf: string;
  totals: StandingCounts;
  overdueUnits: OverdueUnitCount[];
  overdue: TaskRow[];
  recentlyClosed: TaskRow[];
}
