import type { DataCycle } from '#indicator-engine';
import { type CivilDate, civilDate, isCivilDate, yearOf } from '#kernel';

/** A day of every year. */
export interface DayOfYear {
  readonly month: number;
  readonly day: number;
}

/** 每年9月20日前；决算后（6月30日）；学年结束（8月31日）；随佐证更新的没有日子。 */
const usualDue: Readonly<Record<DataCycle, DayOfYear | null>> = {
  census: { month: 9, day: 20 },
  fiscal: { month: 6, day: 30 },
  yearly: { month: 8, day: 31 },
  evidence: null,
};

export function usualDataDue(cycle: DataCycle): DayOfYear | null {
  return usualDue[cycle];
}

/** Whether every year has the day. */
export function isDayOfYear({ month, day }: DayOfYear): boolean {
  return isCivilDate(dayText(2023, { month, day }));
}

/** @returns the first such day on or after `from` */
export function nextDataDue(due: DayOfYear, from: CivilDate): CivilDate {
  const thisYear = dayOf(yearOf(from), due);
  return thisYear >= from ? thisYear : dayOf(yearOf(from) + 1, due);
}

/**
 * Whether data that are due every year are late: a due day has passed, and none have come since the one before it.
 * @param dataAsOf what the newest data are as of
 * @example isDataLate({ month: 9, day: 20 }, civilDate('2022-09-01'), civilDate('2023-09-21')) // true
 */
export function isDataLate(due: DayOfYear, dataAsOf: CivilDate, today: CivilDate): boolean {
  const passed = dayOf(yearOf(today), due) < today ? yearOf(today) : yearOf(today) - 1;
  return dataAsOf <= dayOf(passed - 1, due);
}

function dayOf(year: number, due: DayOfYear): CivilDate {
  return civilDate(dayText(year, due));
}

function dayText(year: number, { month, day }: DayOfYear): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
