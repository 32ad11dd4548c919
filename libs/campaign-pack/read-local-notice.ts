import { faultsOfDays, type LocalCalendar } from '#kernel';
import { readCalendarDays } from './calendar-days.js';
import { EntryReader } from './entry-reader.js';
import { PackError, type PackFault } from './pack-fault.js';
import { YamlSource } from './yaml-source.js';

/**
 * Reads the days a province, city or county has set for itself, handed in as text in the form of the national files.
 * An entry may name the notice it rests on where it is not the set's; a set without any day takes the days back.
 * @returns all but the level, which no file names
 * @throws PackError with every fault of the text
 * @example readLocalNotice('year: 2027\nnotice: …\noff: []').days.length // 0
 */
export function readLocalNotice(text: string): Omit<LocalCalendar, 'level'> {
  const faults: PackFault[] = [];
  const source = new YamlSource('本地放假安排', text, faults);
  const set = readSet(new EntryReader(source.root, source, '本地放假安排'));
  for (const { detail } of faultsOfDays(set)) source.faultAt(1, detail);
  if (faults.length > 0) throw new PackError(faults);
  return set;
}

function readSet(entry: EntryReader): Omit<LocalCalendar, 'level'> {
  const [url, publishedOn] = [entry.optionalText('url'), entry.optionalDate('publishedOn')];
  const notice = entry.text('notice');
  const set = {
    year: entry.integer('year'),
    notice,
    ...(url === null ? {} : { url }),
    ...(publishedOn === null ? {} : { publishedOn }),
    days: readCalendarDays(entry, (day) => ({ notice: day.optionalText('notice') ?? notice })),
  };
  entry.finish();
  return set;
}
