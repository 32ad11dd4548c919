import { addDays, type CivilDate } from '#kernel';

export interface CalendarEntry {
  /** Stable: the same entry is recognised again when its date moves. */
  readonly uid: string;
  readonly on: CivilDate;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** When the entry last changed. */
  readonly changedAt: Date;
  /** Grows with each change of the date. */
  readonly sequence: number;
}

/**
 * A calendar of whole days (RFC 5545). Dates are text all the way, so that the machine's time zone cannot move them, and
 * DTEND is the day after, because it is not part of the event.
 */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Junheng//Tasks//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(name)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${entry.uid}`,
      `DTSTAMP:${instant(entry.changedAt)}`,
      `SEQUENCE:${entry.sequence}`,
      `DTSTART;VALUE=DATE:${compact(entry.on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(entry.on, 1))}`,
      `SUMMARY:${escape(entry.summary)}`,
      `DESCRIPTION:${escape(entry.description)}`,
      `URL:${entry.url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function compact(date: CivilDate): string {
  return date.replaceAll('-', '');
}

function instant(at: Date): string {
  return `${at.toISOString().replace(/[-:]|\.\d{3}/g, '')}`;
}

function escape(text: string): string {
  return text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, ' ');
}

/** Lines end after 75 bytes at most, between characters, and go on behind a space (RFC 5545 §3.1). */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let room = 75;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (bytes > room) {
      parts.push(part);
      part = '';
      room = 74;
    }
    part += character;
    room -= bytes;
  }
  return [...parts, part].join('\r\n ');
}
