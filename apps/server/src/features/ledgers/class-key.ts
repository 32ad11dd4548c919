import type { Stage } from '#indicator-engine';
import { type CivilDate, yearOf } from '#kernel';

/**
 * The first year of the school year in which a class of this grade entered grade 1: grade 3 class 2 keeps it when it becomes
 * grade 4 class 2, so that it is one subject of the ledger through all its years.
 * @example cohortOf(civilDate('2026-09-01'), 3) // 2024
 */
export function cohortOf(asOf: CivilDate, grade: number): number {
  return schoolYearStart(asOf) - grade + 1;
}

/** The year in which the school year of a day began. */
export function schoolYearStart(date: CivilDate): number {
  const year = yearOf(date);
  return date >= `${year}-09-01` ? year : year - 1;
}

/** The same in SQL, over columns school_code, stage, grade, name; `start` is the year the school year began. */
export function classKeySql(row: string, start: string): string {
  return `concat_ws('|', ${row}.school_code, ${row}.stage, ${start}::int - ${row}.grade + 1, ${row}.name)`;
}

const numerals = '零一二三四五六七八九';

/** @example classSubject('示例小学', 'primary', 3, '2班') // '示例小学 三年级2班' */
export function classSubject(school: string, stage: Stage, grade: number, name: string): string {
  const junior = stage === 'junior' && grade > 6 ? `（初${numerals[grade - 6] ?? ''}）` : '';
  return `${school} ${numerals[grade] ?? grade}年级${junior}${name}`;
}
