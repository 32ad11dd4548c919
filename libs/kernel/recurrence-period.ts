import { type CivilDate, yearOf } from './civil-date.js';
import { DomainError } from './domain-error.js';

export const frequencies = ['month', 'quarter', 'half_year', 'year', 'term'] as const;
/** The periods work repeats in: 月、季度、半年、年、学期. */
export type Frequency = (typeof frequencies)[number];

/** A stretch of time a piece of recurring work belongs to. */
export interface Period {
  /** `2026-03`, `2026-Q1`, `2026-H1`, `2026`, `2026-T2`; sorts in the order of time within its frequency. */
  readonly key: string;
  readonly name: string;
  /** Counts all periods of the frequency; two that follow each other differ by 1. */
  readonly index: number;
  readonly firstMonth: { readonly year: number; readonly month: number };
  readonly months: number;
}

/** School terms as data: spring 1 Feb–31 Aug, autumn 1 Sept–31 Jan, numbered within the year they begin in. */
export const schoolTerms = [
  { firstMonth: 2, months: 7 },
  { firstMonth: 9, months: 5 },
] as const;

const perYear: Readonly<Record<Frequency, number>> = {
  month: 12,
  quarter: 4,
  half_year: 2,
  year: 1,
  term: 2,
};
const patterns: Readonly<Record<Frequency, RegExp>> = {
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  quarter: /^(\d{4})-Q([1-4])$/,
  half_year: /^(\d{4})-H([12])$/,
  year: /^(\d{4})()$/,
  term: /^(\d{4})-T([12])$/,
};

/**
 * Whether a text names a period of this frequency.
 * @example isPeriodKey('quarter', '2026-Q5') // false
 */
export function isPeriodKey(frequency: Frequency, key: string): boolean {
  return patterns[frequency].test(key);
}

/**
 * The period a key names.
 * @throws DomainError `recurrence_invalid` when it names none
 * @example periodNamed('term', '2026-T2').name // '2026年秋季学期'
 */
export function periodNamed(frequency: Frequency, key: string): Period {
  const match = patterns[frequency].exec(key);
  if (!match) throw new DomainError('recurrence_invalid', { detail: `“${key}”不是有效的期次。` });
  return periodWith(frequency, Number(match[1]) * perYear[frequency] + Number(match[2] || 1) - 1);
}

/**
 * The period that began last on or before a day.
 * @example periodOn('term', civilDate('2027-01-10')).key // '2026-T2'
 */
export function periodOn(frequency: Frequency, date: CivilDate): Period {
  const [year, month] = [yearOf(date), Number(date.slice(5, 7))];
  if (frequency === 'term') {
    const begun = schoolTerms.filter((term) => term.firstMonth <= month).length;
    return periodWith('term', year * 2 + begun - 1);
  }
  const months = 12 / perYear[frequency];
  return periodWith(frequency, year * perYear[frequency] + Math.floor((month - 1) / months));
}

/**
 * The period with a running number.
 * @example periodWith('month', 2026 * 12 + 2).key // '2026-03'
 */
export function periodWith(frequency: Frequency, index: number): Period {
  const count = perYear[frequency];
  const year = Math.floor(index / count);
  const nth = index - year * count;
  const term = frequency === 'term' ? schoolTerms[nth as 0 | 1] : undefined;
  const months = term?.months ?? 12 / count;
  return {
    key: keyOf(frequency, year, nth + 1),
    name: nameOf(frequency, year, nth + 1),
    index,
    firstMonth: { year, month: term?.firstMonth ?? nth * months + 1 },
    months,
  };
}

function keyOf(frequency: Frequency, year: number, nth: number): string {
  const text = String(year).padStart(4, '0');
  if (frequency === 'year') return text;
  if (frequency === 'month') return `${text}-${String(nth).padStart(2, '0')}`;
  return `${text}-${{ quarter: 'Q', half_year: 'H', term: 'T' }[frequency]}${nth}`;
}

function nameOf(frequency: Frequency, year: number, nth: number): string {
  const parts: Readonly<Record<Frequency, string>> = {
    month: `${nth}月`,
    quarter: `第${'一二三四'[nth - 1] ?? ''}季度`,
    half_year: nth === 1 ? '上半年' : '下半年',
    year: '度',
    term: nth === 1 ? '春季学期' : '秋季学期',
  };
  return `${year}年${parts[frequency]}`;
}
