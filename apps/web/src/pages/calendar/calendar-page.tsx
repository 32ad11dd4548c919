import { useQuery } from '@tanstack/react-query';
import { Alert, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { fetchCalendar, fetchCampaignCalendar } from '../../api/calendar.js';
import type { CalendarYearView, CampaignCalendarView } from '../../api/calendar-types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { useMembership, useSession } from '../../shell/session.js';
import { calendarText } from '../../text/calendar.js';
import { formatDateShort } from '../../text/dates.js';
import { localCalendarText } from '../../text/local-calendar.js';
import { comma, labelled, withDetail } from '../../text/wording.js';
import './calendar.css';
import { ImportPanel } from './import-panel.js';
import { LocalSection } from './local-section.js';
import { YearGrid } from './year-grid.js';

const isOfCampaign = (view: CalendarYearView | CampaignCalendarView): view is CampaignCalendarView =>
  'local' in view;

/** With local days in force, what the national calendar alone would have stands beside it. */
function workingDays(view: CalendarYearView | CampaignCalendarView): string {
  if (!isOfCampaign(view)) return calendarText.workingDays(view.workingDays);
  const own = localCalendarText.workingDays(view.workingDays);
  return view.workingDays === view.nationalWorkingDays
    ? own
    : comma(own, localCalendarText.nationalDays(view.nationalWorkingDays));
}

function Year({
  view,
  onYear,
}: {
  view: CalendarYearView | CampaignCalendarView;
  onYear: (year: number) => void;
}) {
  const years = [...new Set([...view.years, ...view.missing, view.year])].sort((a, b) => b - a);
  const basis =
    view.notice === null || view.publishedOn === null
      ? view.notice
      : withDetail(view.notice, calendarText.published(formatDateShort(view.publishedOn)));
  return (
    <Panel
      title={workingDays(view)}
      extra={
        <Select
          aria-label={calendarText.year}
          value={view.year}
          options={years.map((year) => ({ value: year, label: year }))}
          onChange={onYear}
        />
      }
    >
      {basis === null ? (
        <Alert type="warning" showIcon title={calendarText.unpublished} />
      ) : (
        <p>{labelled(isOfCampaign(view) ? localCalendarText.national : calendarText.notice, basis)}</p>
      )}
      <YearGrid view={view} local={isOfCampaign(view) ? view.local : undefined} />
    </Panel>
  );
}

export function CalendarPage() {
  const session = useSession();
  const [address, setAddress] = useSearchParams();
  const asked = Number(address.get('year') ?? '') || undefined;
  const campaignId = useMembership()?.id;
  const calendar = useQuery<CalendarYearView | CampaignCalendarView>({
    queryKey: ['calendar', campaignId, asked],
    queryFn: () =>
      campaignId === undefined ? fetchCalendar(asked) : fetchCampaignCalendar(campaignId, asked),
  });
  return (
    <>
      <PageHead
        title={calendarText.title}
        lead={campaignId === undefined ? calendarText.lead : localCalendarText.lead}
      />
      <QueryView query={calendar}>
        {(view) => (
          <div className="stack">
            {view.missing.length > 0 && !session.account.administrator && (
              <Alert type="warning" showIcon title={calendarText.warning(view.missing)} />
            )}
            <Year view={view} onYear={(year) => setAddress({ year: String(year) })} />
            {isOfCampaign(view) && <LocalSection view={view} />}
            {session.account.administrator && <ImportPanel year={view.missing.at(-1) ?? view.year} />}
          </div>
        )}
      </QueryView>
    </>
  );
}
