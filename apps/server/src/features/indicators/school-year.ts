import { type CivilDate, yearOf } from '#kernel';

/**
 * The school year a day belongs to; it begins on 1 September.
 * @example schoolYearOf(civilDate('2022-09-01')) // '2022-2023'
 */
export function schoolYearOf(date: CivilDate): string {
  const year = yearOf(date);
  const first = date >= `${year}-09-01` ? year : year - 1;
  return `${first}-${first + 1}`;
}
