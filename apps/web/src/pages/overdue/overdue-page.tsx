import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { fetchOverdueReport, overdueWorkbookUrl } from '../../api/reports.js';
import type { OverdueReport } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { tasksUrl } from '../../parts/task-links.js';
import { campaignKey, useCampaign, useSession } from '../../shell/session.js';
import { formatDate } from '../../text/dates.js';
import { overdueText } from '../../text/overdue.js';
import './overdue.css';
import { UnitSection } from './unit-section.js';

const dateShape = /^\d{4}-\d{2}-\d{2}$/;

/** The report's day as the address says it; without one, today. */
function useAsOf() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('asOf');
  return {
    asOf: asked !== null && dateShape.test(asked) ? asked : undefined,
    setAsOf: (date: string | undefined) => setSearch(date === undefined ? {} : { asOf: date }),
  };
}

function Report({ report, isToday }: { report: OverdueReport; isToday: boolean }) {
  const { totals } = report;
  if (totals.tasks === 0) {
    return (
      <section className="panel">
        <Nothing text={overdueText.none} next={overdueText.noneNext} />
      </section>
    );
  }
  return (
    <>
      <p className="overdue-summary">
        {overdueText.summary(totals.tasks, totals.units, totals.maxDaysLate)}
        {isToday && (
          <Link className="no-print" to={tasksUrl({ standing: 'overdue' })}>
            {overdueText.seeList}
          </Link>
        )}
      </p>
      {report.provisional && <Alert type="warning" showIcon title={overdueText.provisional} />}
      {report.units.map((section) => (
        <UnitSection key={section.unit.id} section={section} isToday={isToday} />
      ))}
      <p className="muted">{overdueText.method}</p>
    </>
  );
}

export function OverduePage() {
  const campaign = useCampaign();
  const { today } = useSession();
  const { asOf, setAsOf } = useAsOf();
  const dateId = useId();
  const day = asOf ?? today;
  const report = useQuery({
    queryKey: campaignKey(campaign.id, 'overdue', asOf ?? null),
    queryFn: () => fetchOverdueReport(campaign.id, asOf),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="no-print">
        <PageHead title={overdueText.title} lead={overdueText.paperLead(formatDate(day))}>
          <label htmlFor={dateId}>{overdueText.asOf}</label>
          <DatePicker
            id={dateId}
            allowClear={false}
            value={dayjs(day)}
            onChange={(date) => setAsOf(date?.format('YYYY-MM-DD'))}
          />
          {asOf !== undefined && asOf !== today && (
            <Button type="link" onClick={() => setAsOf(undefined)}>
              {overdueText.today}
            </Button>
          )}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {overdueText.print}
          </Button>
          <Button
            type="primary"
            icon={<DownloadOutlined />}
            href={overdueWorkbookUrl(campaign.id, asOf)}
            download
          >
            {overdueText.workbook}
          </Button>
        </PageHead>
      </div>
      <div className="print-only paper-head">
        <h1>{overdueText.paperTitle(campaign.place)}</h1>
        <p>{overdueText.paperLead(formatDate(day))}</p>
      </div>
      <QueryView query={report}>{(data) => <Report report={data} isToday={data.asOf === today} />}</QueryView>
    </>
  );
}
