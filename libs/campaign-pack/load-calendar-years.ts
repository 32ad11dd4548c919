import { faultsOfYear, type CalendarYear, type CivilDate } from '#kernel';
import { readCalendarDays } from './calendar-days.js';
import { EntryReader } from './entry-reader.js';
import { PackError, type PackFault } from './pack-fault.js';
import { readYamlDirectory, YamlSource } from './yaml-source.js';

/**
 * Reads the working calendar: one file a year, each the State Council's notice on that year's holidays.
 *
 * A year without a notice has no file; whatever is counted into it is provisional.
 * @param directory holds `<year>.yaml` files
 * @returns the years in order
 * @throws PackError with every fault of every file
 * @example loadCalendarYears(join(packDataDirectory(), 'calendar')).at(-1)?.notice // '国办发明电〔2025〕7号'
 */
export function loadCalendarYears(directory: string): CalendarYear[] {
  const faults: PackFault[] = [];
  const years = readYamlDirectory(directory, faults).map((source) => readYear(source));
  if (faults.length > 0) throw new PackError(faults);
  return years.sort((a, b) => a.year - b.year);
}

/**
 * Reads one notice handed in as text, in the form of the shipped files.
 * @throws PackError with every fault of the text
 * @example readCalendarNotice('year: 2027\nnotice: …').year // 2027
 */
export function readCalendarNotice(text: string): CalendarYear {
  const faults: PackFault[] = [];
  const year = readYear(new YamlSource('放假通知', text, faults), false);
  if (faults.length > 0) throw new PackError(faults);
  return year;
}

function readYear(source: YamlSource, named = true): CalendarYear {
  const entry = new EntryReader(source.root, source, '放假安排');
  const url = entry.optionalText('url');
  const year = {
    year: entry.integer('year'),
    notice: entry.text('notice'),
    publishedOn: entry.date('publishedOn'),
    ...(url === null ? {} : { url }),
    days: readCalendarDays(entry, () => ({})),
  };
  entry.finish();
  if (named && source.file !== `${year.year}.yaml`) entry.fault('year', `文件名应是 ${year.year}.yaml`);
  refuseUnusable(source, year);
  return year;
}

function refuseUnusable(source: YamlSource, year: { readonly publishedOn: CivilDate } & CalendarYear): void {
  for (const fault of faultsOfYear(year)) source.faultAt(1, fault.detail);
}
