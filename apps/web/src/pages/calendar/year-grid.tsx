import type { CalendarYearView } from '../../api/types.js';
import { calendarText } from '../../text/calendar.js';
import { formatDate, monthCells } from '../../text/dates.js';

type Days = ReadonlyMap<string, CalendarYearView['days'][number]>;

function Day({ date, days, today }: { date: string; days: Days; today: string }) {
  const day = days.get(date);
  const words = day === undefined ? '' : calendarText.dayName(day.name, day.kind);
  return (
    <span
      className={`year-day ${day === undefined ? '' : `year-${day.kind}`} ${date === today ? 'year-today' : ''}`}
      title={words === '' ? formatDate(date) : `${formatDate(date)} ${words}`}
    >
      {Number(date.slice(8))}
      {day !== undefined && <small>{day.kind === 'off' ? calendarText.off : calendarText.work}</small>}
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
export function YearGrid({ view }: { view: CalendarYearView }) {
  const days = new Map(view.days.map((day) => [day.date, day]));
  return (
    <>
      <p className="muted">{calendarText.legend}</p>
      <div className="year-grid">
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} year={view.year} month={month + 1} days={days} today={view.today} />
        ))}
      </div>
    </>
  );
}
