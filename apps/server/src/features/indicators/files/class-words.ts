const digits = '零一二三四五六七八九';
const junior: Readonly<Record<string, number>> = { 初一: 7, 初二: 8, 初三: 9 };

/**
 * The grade, 1 to 9, that a cell names.
 * @example gradeOf('初一') // 7
 */
export function gradeOf(text: string): number | undefined {
  const bare = text.replace(/\s/g, '').replace(/年级$/, '');
  const grade = junior[bare] ?? numberOf(bare);
  return grade !== undefined && grade >= 1 && grade <= 9 ? grade : undefined;
}

/**
 * One name for all the ways to write a class: 1, 1班, (1)班 and 一班 are the same.
 * @example classNameOf('（一）班') // '1班'
 */
export function classNameOf(text: string): string {
  const bare = text
    .replace(/\s/g, '')
    .replace(/班$/, '')
    .replace(/^\((.+)\)$/, '$1');
  const number = numberOf(bare.replace(/班$/, ''));
  return number === undefined ? text.replace(/\s/g, '') : `${number}班`;
}

function numberOf(text: string): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return undefined;
  const [, first, ten, last] = match;
  if (ten === undefined) return last === undefined && first !== undefined ? digits.indexOf(first) : undefined;
  return (
    (first === undefined ? 1 : digits.indexOf(first)) * 10 + (last === undefined ? 0 : digits.indexOf(last))
  );
}
