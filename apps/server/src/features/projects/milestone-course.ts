import type { Milestone } from '#campaign-pack';
import { addDays, type CivilDate, daysBetween, formatDateShort } from '#kernel';

/** A version of a planned or actual day; `day` null takes it back. */
export interface DateVersion {
  readonly milestone: string;
  readonly kind: 'planned' | 'actual';
  readonly version: number;
  readonly day: CivilDate | null;
  readonly reason: string | null;
  readonly evidence: string | null;
  /** The day on which it was entered. */
  readonly enteredOn: CivilDate;
  readonly by: string;
}

/** Where a milestone of a project stands. Days count the calendar; positive is later than planned. */
export interface MilestoneCourse {
  readonly milestone: Milestone;
  /** The first day that was planned; it stays what slippage is measured against. */
  readonly firstPlanned: CivilDate | null;
  readonly planned: CivilDate | null;
  /** Version of the planned day that holds; 0: none was ever planned. */
  readonly planVersion: number;
  readonly actual: CivilDate | null;
  /** The actual day, or when it is to be expected as things stand; null: nothing is planned. */
  readonly forecast: CivilDate | null;
  readonly slipFirst: number | null;
  readonly slipPlanned: number | null;
  readonly late: boolean;
  readonly explanation: string;
}

/** A slip that milestones after it inherit until one of them happens. */
interface Slip {
  readonly name: string;
  readonly days: number;
  /** The day that was missed: what was planned anew after it has taken the slip into account. */
  readonly missed: CivilDate;
}

/**
 * Slippage and forecast of one project's milestones.
 *
 * A milestone that came or is to come n days after its planned day moves those after it by n days, until one of them
 * happens or is planned anew after the missed day. One that came early moves nothing. One that is late and has not come
 * is expected today at the earliest.
 * @param chain the campaign's milestones, in order
 * @param dates every version of every day of the project, in any order
 * @example courseOf(chain, [{ milestone: 'start', kind: 'planned', day: '2022-03-01', … }], '2022-03-11')[4].slipFirst // 10
 */
export function courseOf(
  chain: readonly Milestone[],
  dates: readonly DateVersion[],
  today: CivilDate,
): MilestoneCourse[] {
  let slip: Slip | null = null;
  return chain.map((milestone) => {
    const versions = dates
      .filter((one) => one.milestone === milestone.id)
      .toSorted((a, b) => a.version - b.version);
    const course = oneCourse(milestone, versions, slip, today);
    slip = slipAfter(course, slip);
    return course;
  });
}

function oneCourse(
  milestone: Milestone,
  versions: readonly DateVersion[],
  slip: Slip | null,
  today: CivilDate,
): MilestoneCourse {
  const plans = versions.filter(({ kind }) => kind === 'planned');
  const last = plans.at(-1);
  const firstPlanned = plans.find(({ day }) => day !== null)?.day ?? null;
  const planned = last?.day ?? null;
  const actual = versions.filter(({ kind }) => kind === 'actual').at(-1)?.day ?? null;
  const anew = slip !== null && last !== undefined && last.version > 1 && last.enteredOn > slip.missed;
  const inherited = slip === null || anew ? 0 : slip.days;
  const forecast = actual ?? expected(planned, inherited, today);
  const late = actual === null && planned !== null && planned < today;
  const facts = { firstPlanned, planned, planVersion: last?.version ?? 0, actual, forecast, late };
  return {
    milestone,
    ...facts,
    slipFirst: daysLate(firstPlanned, forecast),
    slipPlanned: daysLate(planned, forecast),
    explanation: explain(facts, last, inherited > 0 && actual === null ? slip : null),
  };
}

function expected(planned: CivilDate | null, inherited: number, today: CivilDate): CivilDate | null {
  if (planned === null) return null;
  const shifted = addDays(planned, inherited);
  return shifted < today ? today : shifted;
}

function daysLate(planned: CivilDate | null, forecast: CivilDate | null): number | null {
  return planned === null || forecast === null ? null : daysBetween(planned, forecast);
}

/** What the next milestone inherits: the slip of this one if it tells anything, else the one before. */
function slipAfter(
  { milestone, planned, actual, slipPlanned }: MilestoneCourse,
  before: Slip | null,
): Slip | null {
  if (actual !== null) {
    return planned !== null && slipPlanned !== null && slipPlanned > 0
      ? { name: milestone.name, days: slipPlanned, missed: planned }
      : null;
  }
  if (planned === null || slipPlanned === null || slipPlanned <= (before?.days ?? 0)) return before;
  return { name: milestone.name, days: slipPlanned, missed: planned };
}

function explain(
  facts: Pick<MilestoneCourse, 'firstPlanned' | 'planned' | 'actual' | 'forecast' | 'late'>,
  last: DateVersion | undefined,
  slip: Slip | null,
): string {
  const { firstPlanned, planned, actual, forecast, late } = facts;
  if (firstPlanned === null) return actual === null ? '还没有计划日期' : '没有计划日期，不计提前或滞后';
  const replanned = last !== undefined && last.version > 1;
  const parts = [
    `首次计划${formatDateShort(firstPlanned)}`,
    ...(replanned
      ? [
          planned === null
            ? `已取消计划日期（${last.reason ?? ''}）`
            : `第 ${last.version} 版计划${formatDateShort(planned)}（${last.reason ?? ''}）`,
        ]
      : []),
    ...(actual === null ? [] : [`实际${formatDateShort(actual)}`]),
    ...(late && slip === null ? ['已过计划日期还没有完成，最早按今天预计'] : []),
    ...(slip === null ? [] : [`“${slip.name}”滞后 ${slip.days} 天，此后没有改期，顺延 ${slip.days} 天`]),
    ...(forecast === null ? [] : [differenceText('首次计划', daysBetween(firstPlanned, forecast))]),
    ...(replanned && planned !== null && forecast !== null
      ? [differenceText('现行计划', daysBetween(planned, forecast))]
      : []),
  ];
  return parts.join('；');
}

function differenceText(plan: string, days: number): string {
  if (days === 0) return `与${plan}一致`;
  return days > 0 ? `比${plan}晚 ${days} 天` : `比${plan}早 ${-days} 天`;
}

/** When the school is to be in use, or has been since; null: nothing is planned. */
export function openingOf(courses: readonly MilestoneCourse[]): CivilDate | null {
  return courses.find(({ milestone }) => milestone.reaches === 'opened')?.forecast ?? null;
}
