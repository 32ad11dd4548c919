import {
  compareRatios,
  type IndicatorTest,
  multiplyRatios,
  parseDecimal,
  type Ratio,
  ratioOf,
  type Standard,
  sumRatios,
  type Term,
  wholeRatio,
} from '#indicator-engine';
import type { FieldFault } from '#kernel';
import { countyKeys, type FigureKey } from './figure-keys.js';
import { parseFigure } from './parse-figure.js';

/** As it came in; a blank value withdraws the figure. */
export interface TypedFigure {
  readonly key: string;
  readonly school: string | null;
  readonly value: string | null;
}

/** What the check knows beside the figures themselves. */
export interface FigureContext {
  readonly standard: Standard;
  /** Codes of the newest school data. */
  readonly schools: ReadonlySet<string>;
  /** What stands before these figures are entered, as of the same day. */
  readonly current: (key: string, school: string | null) => string | null;
}

export interface CheckedFigures {
  readonly figures: readonly TypedFigure[];
  readonly faults: readonly FieldFault[];
  /** Not wrong, but so unlike the value before that somebody has to look twice. */
  readonly questions: readonly FieldFault[];
}

const leap = wholeRatio(10_000);

/** Finds everything wrong or doubtful in one request: nothing is changed in silence. */
export function checkFigures(typed: readonly TypedFigure[], context: FigureContext): CheckedFigures {
  const keys = new Map(countyKeys(context.standard).map((each) => [each.key, each]));
  const read = typed.map(({ key, school, value }) => ({ key, school, value: blankIsNull(value) }));
  const figures = read.map((each) => ({
    ...each,
    value: each.value === null ? null : (parseFigure(each.value) ?? each.value),
  }));
  const faults = figures.flatMap((each, index) =>
    faultOf(each, keys.get(each.key), context).map((message) => ({ pointer: pointerTo(index), message })),
  );
  const twice = figures.flatMap((each, index) =>
    figures.findIndex((other) => other.key === each.key && other.school === each.school) < index
      ? [{ pointer: pointerTo(index), message: '同一个数填了两次' }]
      : [],
  );
  const own = [...faults, ...twice];
  return {
    figures,
    faults: own.length > 0 ? own : shareFaults(figures, context),
    questions: own.length > 0 ? [] : questionsOf(figures, keys, context),
  };
}

const pointerTo = (index: number): string => `/figures/${index}/value`;
const blankIsNull = (value: string | null): string | null =>
  value === null || value.trim() === '' ? null : value;

function faultOf(
  { key, school, value }: TypedFigure,
  known: FigureKey | undefined,
  { schools }: FigureContext,
): string[] {
  if (!known) return [`标准里没有“${key}”这个数`];
  if (known.perSchool && school === null) return [`${known.name}要逐校填写，没有写明学校`];
  if (!known.perSchool && school !== null) return [`${known.name}是全县的数，不分学校`];
  if (school !== null && !schools.has(school)) return [`最新的学校数据里没有标识码为 ${school} 的学校`];
  if (value === null) return [];
  const number = parseFigure(value);
  if (number === null) {
    const negative = /^[-−－]\s*[\d０-９]/.test(value.trim());
    return [negative ? `${known.name}不能是负数` : `${known.name}“${value}”不是数，只填数字，不带单位`];
  }
  if (known.whole && /\.\d*[1-9]/.test(number)) return [`${known.name}按${known.unit}计，应是整数`];
  return number.length > 30 ? [`${known.name}太长了`] : [];
}

/** A share over 100 %: a part that is larger than the whole, together with what was entered before. */
function shareFaults(figures: readonly TypedFigure[], context: FigureContext): FieldFault[] {
  const tests = context.standard.indicators.flatMap((each) => each.tests);
  const shares = tests.filter(({ method, unit }) => method === 'ratio' && unit === '%');
  return figures.flatMap(({ key, school }, index) => {
    const valueOf = (term: Term): string | null => {
      const entered = figures.find((each) => each.key === term.key && each.school === school);
      return entered ? entered.value : context.current(term.key, school);
    };
    const tooLarge = shares
      .filter((test) => test.numerator.some((term) => term.key === key))
      .flatMap((test) => largerPart(test, key, valueOf));
    const [message] = tooLarge;
    return message === undefined ? [] : [{ pointer: pointerTo(index), message }];
  });
}

function largerPart(test: IndicatorTest, key: string, valueOf: (term: Term) => string | null): string[] {
  const { numerator, denominator } = test;
  const pairs = numerator.length === denominator.length && numerator.length > 1;
  const position = numerator.findIndex((term) => term.key === key);
  const [parts, wholes] = pairs
    ? [numerator.slice(position, position + 1), denominator.slice(position, position + 1)]
    : [numerator, denominator];
  const [part, whole] = [sumOf(parts, valueOf), sumOf(wholes, valueOf)];
  if (part === null || whole === null || compareRatios(part, whole) <= 0) return [];
  const names = (terms: readonly Term[]): string =>
    terms.map(({ name, sign }, index) => `${index === 0 ? '' : sign === 1 ? '＋' : '－'}${name}`).join('');
  return [`${names(parts)}大于${names(wholes)}，比例超过100%`];
}

function sumOf(terms: readonly Term[], valueOf: (term: Term) => string | null): Ratio | null {
  const numbers = terms.map((term) => {
    const number = ratioFrom(valueOf(term));
    return number && { ...number, numerator: BigInt(term.sign) * number.numerator };
  });
  const given = numbers.filter((each) => each !== null);
  return given.length < numbers.length ? null : sumRatios(given);
}

function questionsOf(
  figures: readonly TypedFigure[],
  keys: ReadonlyMap<string, FigureKey>,
  context: FigureContext,
): FieldFault[] {
  return figures.flatMap(({ key, school, value }, index) => {
    const before = context.current(key, school);
    const [now, then] = [ratioFrom(value), ratioFrom(before)];
    if (!now || !then || now.numerator === 0n || then.numerator === 0n) return [];
    const leapt = isLeap(now, then) ? '大了一万倍以上' : isLeap(then, now) ? '小到不足万分之一' : null;
    if (leapt === null) return [];
    const name = keys.get(key)?.name ?? key;
    return [
      {
        pointer: pointerTo(index),
        message: `${name} ${value ?? ''} 比上次的 ${before ?? ''} ${leapt}，单位填对了吗`,
      },
    ];
  });
}

function isLeap(large: Ratio, small: Ratio): boolean {
  return compareRatios(large, multiplyRatios(small, leap)) >= 0;
}

function ratioFrom(text: string | null): Ratio | null {
  const decimal = text === null ? null : parseDecimal(text);
  return decimal && ratioOf(decimal);
}
