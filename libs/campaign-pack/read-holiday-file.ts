import { type CalendarDay, isCivilDate } from '#kernel';

/** A year as the public holiday-cn data set has it: days, and links to the notices, but no notice number. */
export interface HolidayFile {
  readonly year: number;
  readonly url: string | null;
  readonly days: readonly CalendarDay[];
  /** Everything wrong with the text; the rest is then not to be used. */
  readonly faults: readonly string[];
}

/**
 * Reads the JSON of NateScarlet/holiday-cn, `{year, papers[], days: [{name, date, isOffDay}]}`.
 * @param text the file
 * @returns with every fault at once
 * @example readHolidayFile('{"year":2027,"papers":[],"days":[]}').days.length // 0
 */
export function readHolidayFile(text: string): HolidayFile {
  const found = parsed(text);
  if (!isRecord(found)) return { year: 0, url: null, days: [], faults: ['文件不是有效的 JSON 对象'] };
  const { year, papers, days } = found;
  const list = Array.isArray(days) ? days.map(readDay) : [];
  const faults = [
    ...(Number.isInteger(year) ? [] : ['缺少年份 year']),
    ...(Array.isArray(days) ? [] : ['缺少放假安排 days']),
    ...list.flatMap((day, index) => (typeof day === 'string' ? [`第 ${index + 1} 天：${day}`] : [])),
  ];
  const [url] = Array.isArray(papers) ? (papers as unknown[]) : [];
  return {
    year: Number.isInteger(year) ? (year as number) : 0,
    url: typeof url === 'string' ? url : null,
    days: list.filter((day) => typeof day !== 'string'),
    faults,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The day, or what is wrong with it. */
function readDay(value: unknown): CalendarDay | string {
  if (!isRecord(value)) return '应是 {name, date, isOffDay}';
  const { name, date, isOffDay } = value;
  if (typeof name !== 'string' || name.trim() === '') return '缺少节日名称 name';
  if (!isCivilDate(date)) return `日期无效：${JSON.stringify(date)}`;
  if (typeof isOffDay !== 'boolean') return 'isOffDay 应为 true 或 false';
  return { date, kind: isOffDay ? 'off' : 'work', name: name.trim() };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
