import { PackError, readCalendarNotice, readHolidayFile } from '#campaign-pack';
import {
  addDays,
  type CalendarDay,
  type CalendarYear,
  daysBetween,
  DomainError,
  faultsOfYear,
  type FieldFault,
} from '#kernel';
import type { CalendarNotice } from './calendar.dto.js';

// The longest holiday so far has ten days; a longer range is a typing error.
const longestHolidayDays = 31;

/**
 * A notice in any of its three forms as a year that can be counted with.
 * @throws DomainError `rule_refused` with every fault at once; `calendar_year_empty` when there is no day in it
 */
export function readNotice(input: CalendarNotice): CalendarYear {
  if (input.format === 'yaml') return readYaml(input.text ?? '');
  const { year, faults } = input.format === 'typed' ? readTyped(input) : readFile(input);
  const missing = [
    ...(year.notice === ''
      ? [{ pointer: '/notice', message: '请填写通知文号，如“国办发明电〔2025〕7号”' }]
      : []),
    ...faults,
  ];
  const place = input.format === 'typed' ? '/off' : '/text';
  const unusable = faultsOfYear(year);
  if (missing.length === 0 && unusable.length === 1 && unusable[0]) {
    const { code, detail } = unusable[0];
    throw new DomainError(code, { detail, errors: [{ pointer: place, message: detail }] });
  }
  refuse([...missing, ...unusable.map(({ detail }) => ({ pointer: place, message: detail }))]);
  return year;
}

interface Reading {
  readonly year: CalendarYear;
  readonly faults: readonly FieldFault[];
}

function readYaml(text: string): CalendarYear {
  try {
    return readCalendarNotice(text);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    refuse(
      error.faults.map(({ line, message }) => ({ pointer: '/text', message: `第 ${line} 行：${message}` })),
    );
    throw error;
  }
}

function readFile(input: CalendarNotice): Reading {
  const file = readHolidayFile(input.text ?? '');
  return {
    year: {
      year: file.year,
      notice: input.notice?.trim() ?? '',
      ...(input.publishedOn ? { publishedOn: input.publishedOn } : {}),
      ...(file.url === null ? {} : { url: file.url }),
      days: file.days,
    },
    faults: file.faults.map((message) => ({ pointer: '/text', message })),
  };
}

function readTyped(input: CalendarNotice): Reading {
  const faults: FieldFault[] = input.year === undefined ? [{ pointer: '/year', message: '请填写年份' }] : [];
  const off = (input.off ?? []).flatMap(({ name, from, to }, index): CalendarDay[] => {
    const length = daysBetween(from, to) + 1;
    if (length >= 1 && length <= longestHolidayDays)
      return Array.from({ length }, (_, day) => ({ date: addDays(from, day), kind: 'off', name }));
    faults.push({ pointer: `/off/${index}/to`, message: `${name}的起止日期不对：${from} 至 ${to}` });
    return [];
  });
  const work = (input.work ?? []).map(({ name, date }): CalendarDay => ({ date, kind: 'work', name }));
  return {
    year: {
      year: input.year ?? 0,
      notice: input.notice?.trim() ?? '',
      ...(input.publishedOn ? { publishedOn: input.publishedOn } : {}),
      days: [...off, ...work].sort((a, b) => (a.date < b.date ? -1 : 1)),
    },
    faults,
  };
}

function refuse(errors: readonly FieldFault[]): void {
  if (errors.length > 0)
    throw new DomainError('rule_refused', { detail: `这份放假安排有 ${errors.length} 处不对。`, errors });
}
