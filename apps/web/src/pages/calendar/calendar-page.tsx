import { useQuery } from '@tanstack/react-query';
import { Alert, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { fetchCalendar } from '../../api/calendar.js';
import type { CalendarYearView } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { useSession } from '../../shell/session.js';
import { calendarText } from '../../text/calendar.js';
import { formatDateShort } from '../../text/dates.js';
import { withDetail } from '../../text/wording.js';
import './calendar.css';
import { ImportPanel } from './import-panel.js';
import { YearGrid } from './year-grid.js';

function Year({ view, onYear }: { view: CalendarYearView; onYear: (year: number) => void }) {
  const years = [...new Set([...view.years, ...view.missing, view.year])].sort((a, b) => b - a);
  const basis =
    view.notice === null || view.publishedOn === null
      ? view.notice
      : withDetail(view.notice, calendarText.published(formatDateShort(view.publishedOn)));
  return (
    <Panel
      title={calendarText.workingDays(view.workingDays)}
      extra={
        <Select
          aria-label={calendarText.year}
          value={view.year}
          options={years.map((year) => ({ value: year, label: year }))}
          onChange={onYear}
        />
      }
    >
      {view.published ? (
        <p>
          {calendarText.notice} {basis}
        </p>
      ) : (
        <Alert type="warning" showIcon title={calendarText.unpublished} />
      )}
      <YearGrid view={view} />
    </Panel>
  );
}

export function CalendarPage() {
  const session = useSession();
  const [address, setAddress] = useSearchParams();
  const asked = Number(address.get('year') ?? '') || undefined;
  const calendar = useQuery({ queryKey: ['calendar', asked], queryFn: () => fetchCalendar(asked) });
  return (
    <>
      <PageHead title={calendarText.title} lead={calendarText.lead} />
      <QueryView query={calendar}>
        {(view) => (
          <div className="stack">
            {view.missing.length > 0 && !session.account.administrator && (
              <Alert type="warning" showIcon title={calendarText.warning(view.missing)} />
            )}
            <Year view={view} onYear={(year) => setAddress({ year: String(year) })} />
            {session.account.administrator && <ImportPanel year={view.missing.at(-1) ?? view.year} />}
          </div>
        )}
      </QueryView>
    </>
  );
}
