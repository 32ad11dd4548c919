import type { CalendarYearView, LocalCalendarView } from '../../api/calendar-types.js';
import { calendarText } from '../../text/calendar.js';
import { formatDate, monthCells } from '../../text/dates.js';
import { localCalendarText } from '../../text/local-calendar.js';

interface Mark {
  kind: 'off' | 'work';
  /** What stands in the cell beside the colour. */
  word: string;
  title: string;
  local: boolean;
}
type Days = ReadonlyMap<string, Mark>;

/** National days, and over them the local ones in force. */
function marksOf(days: CalendarYearView['days'], local: readonly LocalCalendarView[]): Days {
  const national = days.map(({ date, kind, name }): [string, Mark] => [
    date,
    {
      ...{ kind, local: false, word: kind === 'off' ? calendarText.off : calendarText.work },
      title: calendarText.dayName(name, kind),
    },
  ]);
  const own = local.flatMap(({ level, days: listed }) =>
    listed
      .filter(({ overriddenBy }) => overriddenBy === null)
      .map(({ date, kind, name, notice }): [string, Mark] => [
        date,
        {
          ...{ kind, local: true, word: localCalendarText.mark(level, kind) },
          title: localCalendarText.dayName(name, kind, notice),
        },
      ]),
  );
  return new Map([...national, ...own]);
}

function Day({ date, days, today }: { date: string; days: Days; today: string }) {
  const mark = days.get(date);
  const kinds = mark === undefined ? '' : `year-${mark.kind} ${mark.local ? 'year-local' : ''}`;
  return (
    <span
      className={`year-day ${kinds} ${date === today ? 'year-today' : ''}`}
      title={mark === undefined ? formatDate(date) : `${formatDate(date)} ${mark.title}`}
    >
      {Number(date.slice(8))}
      {mark !== undefined && <small>{mark.word}</small>}
    </span>
  );
}

function Month({ year, month, days, today }: { year: number; month: number; days: Days; today: string }) {
  return (
    <section className="year-month">
      <h3>{calendarText.month(month)}</h3>
      <div className="year-week">
        {calendarText.weekdays.map((name) => (
          <span key={name} className="muted">
            {name}
          </span>
        ))}
        {monthCells(year, month).map((date, index) =>
          date === null ? <span key={index} /> : <Day key={date} date={date} days={days} today={today} />,
        )}
      </div>
    </section>
  );
}

/** Twelve months at a glance; a mark stands in words beside its colour. */
export function YearGrid({
  view,
  local,
}: {
  view: CalendarYearView;
  local: readonly LocalCalendarView[] | undefined;
}) {
  const days = marksOf(view.days, local ?? []);
  return (
    <>
      <p className="muted">{local === undefined ? calendarText.legend : localCalendarText.legend}</p>
      <div className="year-grid">
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} year={view.year} month={month + 1} days={days} today={view.today} />
        ))}
      </div>
    </>
  );
}
