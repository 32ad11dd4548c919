import { CalendarOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { fetchCalendar } from '../api/calendar.js';
import { calendarText } from '../text/calendar.js';
import './shell.css';

/** Tells administrators, from 1 November on, that next year's holidays should be loaded. */
export function CalendarWarning() {
  const calendar = useQuery({ queryKey: ['calendar', undefined], queryFn: () => fetchCalendar(undefined) });
  const missing = calendar.data?.missing ?? [];
  if (missing.length === 0) return null;
  return (
    <aside className="banners" aria-label={calendarText.title}>
      <div className="banner banner-exercise">
        <CalendarOutlined aria-hidden />
        <span>
          {calendarText.warning(missing)}{' '}
          <Link to={`/calendar?year=${missing.at(-1)}`}>{calendarText.load}</Link>
        </span>
      </div>
    </aside>
  );
}
