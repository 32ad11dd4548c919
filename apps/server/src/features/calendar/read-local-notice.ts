import { readLocalNotice as readLocalYaml } from '#campaign-pack';
import { faultsOfDays, type LocalCalendar } from '#kernel';
import type { LocalCalendarNotice } from './local-calendar.dto.js';
import {
  faultsOfNumber,
  faultsOfYearNumber,
  placeOf,
  readFile,
  readYaml,
  refuseFaults,
} from './read-notice.js';
import { type Reading, typedDays } from './typed-days.js';

/**
 * A level's days for a year in any of the three forms of a notice; none of them takes back what the level had set.
 * @throws DomainError `rule_refused` with every fault at once
 */
export function readLocalNotice(input: LocalCalendarNotice): LocalCalendar {
  const { level } = input;
  if (input.format === 'yaml') return inOrder({ ...readYaml(readLocalYaml, input.text ?? ''), level });
  const { read, faults } = input.format === 'typed' ? readTyped(input) : readList(input);
  refuseFaults([
    ...faultsOfNumber(read.notice),
    ...faults,
    ...faultsOfDays(read).map(({ detail }) => ({ pointer: placeOf(input), message: detail })),
  ]);
  return inOrder(read);
}

function readList(input: LocalCalendarNotice): Reading<LocalCalendar> {
  const { read, faults } = readFile(input);
  const days = read.days.map((day) => ({ ...day, notice: read.notice }));
  return { read: { ...read, level: input.level, days }, faults };
}

function readTyped(input: LocalCalendarNotice): Reading<LocalCalendar> {
  const notice = input.notice?.trim() ?? '';
  const { read, faults } = typedDays(input, (entry) => ({ notice: entry.notice?.trim() || notice }));
  return {
    read: {
      year: input.year ?? 0,
      level: input.level,
      notice,
      ...(input.publishedOn ? { publishedOn: input.publishedOn } : {}),
      days: read,
    },
    faults: [...faultsOfYearNumber(input.year), ...faults],
  };
}

/** As the database hands it out, so that the same set is known to be the same. */
function inOrder(set: LocalCalendar): LocalCalendar {
  return { ...set, days: set.days.toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
}
