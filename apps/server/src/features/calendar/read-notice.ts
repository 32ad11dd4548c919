import { PackError, readCalendarNotice, readHolidayFile } from '#campaign-pack';
import { type CalendarYear, DomainError, faultsOfYear, type FieldFault } from '#kernel';
import type { CalendarNotice } from './calendar.dto.js';
import { type Reading, typedDays } from './typed-days.js';

/**
 * A notice in any of its three forms as a year that can be counted with.
 * @throws DomainError `rule_refused` with every fault at once; `calendar_year_empty` when there is no day in it
 */
export function readNotice(input: CalendarNotice): CalendarYear {
  if (input.format === 'yaml') return readYaml(readCalendarNotice, input.text ?? '');
  const { read, faults } = input.format === 'typed' ? readTyped(input) : readFile(input);
  const missing = [...faultsOfNumber(read.notice), ...faults];
  const place = placeOf(input);
  const unusable = faultsOfYear(read);
  if (missing.length === 0 && unusable.length === 1 && unusable[0]) {
    const { code, detail } = unusable[0];
    throw new DomainError(code, { detail, errors: [{ pointer: place, message: detail }] });
  }
  refuseFaults([...missing, ...unusable.map(({ detail }) => ({ pointer: place, message: detail }))]);
  return read;
}

/** Runs a reader of text and tells its faults by line. */
export function readYaml<T>(read: (text: string) => T, text: string): T {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    refuseFaults(
      error.faults.map(({ line, message }) => ({ pointer: '/text', message: `第 ${line} 行：${message}` })),
    );
    throw error;
  }
}

/** A file of days with the number and date typed beside it. */
export function readFile(
  input: Pick<CalendarNotice, 'text' | 'notice' | 'publishedOn'>,
): Reading<CalendarYear> {
  const file = readHolidayFile(input.text ?? '');
  return {
    read: {
      year: file.year,
      notice: input.notice?.trim() ?? '',
      ...(input.publishedOn ? { publishedOn: input.publishedOn } : {}),
      ...(file.url === null ? {} : { url: file.url }),
      days: file.days,
    },
    faults: file.faults.map((message) => ({ pointer: '/text', message })),
  };
}

function readTyped(input: CalendarNotice): Reading<CalendarYear> {
  const { read, faults } = typedDays(input, () => ({}));
  return {
    read: {
      year: input.year ?? 0,
      notice: input.notice?.trim() ?? '',
      ...(input.publishedOn ? { publishedOn: input.publishedOn } : {}),
      days: read,
    },
    faults: [...faultsOfYearNumber(input.year), ...faults],
  };
}

export function faultsOfYearNumber(year: number | undefined): FieldFault[] {
  return year === undefined ? [{ pointer: '/year', message: '请填写年份' }] : [];
}

export function faultsOfNumber(notice: string): FieldFault[] {
  return notice === '' ? [{ pointer: '/notice', message: '请填写通知文号，如“国办发明电〔2025〕7号”' }] : [];
}

/** Where on the form the days stand. */
export function placeOf({ format }: Pick<CalendarNotice, 'format'>): string {
  return format === 'typed' ? '/off' : '/text';
}

export function refuseFaults(errors: readonly FieldFault[]): void {
  if (errors.length > 0)
    throw new DomainError('rule_refused', { detail: `这份放假安排有 ${errors.length} 处不对。`, errors });
}
