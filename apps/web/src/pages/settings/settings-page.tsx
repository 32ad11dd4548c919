import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Link } from 'react-router';
import { fetchSettings } from '../../api/settings.js';
import type { SettingsView } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { appText } from '../../text/app.js';
import { formatInstant } from '../../text/dates.js';
import { settingsText } from '../../text/settings.js';
import { CampaignPanel, CreateCampaign } from './campaign-panel.js';
import { ExercisePanel } from './exercise-panel.js';
import './settings.css';

function Mail({ mail }: { mail: SettingsView['mail'] }) {
  if (!mail.configured) {
    return (
      <>
        <p className="settings-warn">{settingsText.mailOff}</p>
        <p className="muted">{settingsText.mailAdvice}</p>
      </>
    );
  }
  return <p>{settingsText.mailOn(mail.host ?? settingsText.unknown, mail.from ?? settingsText.unknown)}</p>;
}

function Scheduler({ scheduler }: { scheduler: SettingsView['scheduler'] }) {
  if (!scheduler.enabled) return <p className="settings-warn">{settingsText.schedulerOff}</p>;
  if (scheduler.lastBeatAt === null) return <p className="settings-warn">{settingsText.schedulerNever}</p>;
  const at = formatInstant(scheduler.lastBeatAt);
  return scheduler.stale ? (
    <p className="settings-warn">{settingsText.schedulerStale(at)}</p>
  ) : (
    <p className="settings-fine">{settingsText.schedulerFine(at)}</p>
  );
}

function Calendar({ years }: { years: SettingsView['calendar'] }) {
  return (
    <Table
      size="small"
      rowKey="year"
      pagination={false}
      dataSource={years}
      columns={[
        { key: 'year', title: settingsText.year, width: 80, dataIndex: 'year' },
        { key: 'notice', title: settingsText.notice, render: (_, row) => row.notice ?? appText.dash },
        {
          key: 'published',
          title: settingsText.status,
          width: 130,
          render: (_, row) => (row.published ? settingsText.published : settingsText.notPublished),
        },
      ]}
    />
  );
}

export function SettingsPage() {
  const settings = useQuery({ queryKey: ['settings'], queryFn: fetchSettings });
  return (
    <>
      <PageHead title={settingsText.title} />
      <QueryView query={settings}>
        {(data) => (
          <div className="settings-grid">
            <ExercisePanel settings={data} />
            <div className="stack">
              <Panel title={settingsText.mail}>
                <Mail mail={data.mail} />
              </Panel>
              <Panel title={settingsText.scheduler}>
                <Scheduler scheduler={data.scheduler} />
              </Panel>
            </div>
            <div className="settings-wide stack">
              {data.campaigns.map((campaign) => (
                <CampaignPanel key={campaign.id} campaign={campaign} />
              ))}
              {data.campaigns.length === 0 && <CreateCampaign />}
              <Panel title={settingsText.calendar}>
                <p className="muted">{settingsText.calendarLead}</p>
                <p>
                  <Link to="/calendar">{settingsText.calendarOpen}</Link>
                </p>
                <Calendar years={data.calendar} />
              </Panel>
            </div>
          </div>
        )}
      </QueryView>
    </>
  );
}
