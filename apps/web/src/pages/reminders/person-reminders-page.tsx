import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useParams } from 'react-router';
import { fetchPersonReminders } from '../../api/reminders.js';
import type { PersonReminders } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { campaignKey } from '../../shell/session.js';
import { formatDate } from '../../text/dates.js';
import { remindersText } from '../../text/reminders.js';
import { useOutboxCampaign } from '../outbox/use-outbox-campaign.js';
import { WhyTable } from './why-table.js';

function Content({ view }: { view: PersonReminders }) {
  const unit = view.person.unitName ?? remindersText.office;
  const told = [unit, remindersText.nextRun(formatDate(view.nextRunOn))];
  return (
    <>
      <PageHead
        title={remindersText.personTitle(view.person.name)}
        lead={[...told, remindersText.personLead(formatDate(view.until))].join(' · ')}
      />
      {view.blocked !== null && <Alert type="warning" showIcon title={view.blocked} />}
      <Panel title={remindersText.coming}>
        <WhyTable rows={view.coming} about="person" none={remindersText.comingNone} />
      </Panel>
      <Panel title={remindersText.past}>
        <WhyTable rows={view.past} about="person" none={remindersText.pastNone} />
      </Panel>
    </>
  );
}

export function PersonRemindersPage() {
  const { id = '' } = useParams();
  const cid = useOutboxCampaign();
  const view = useQuery({
    queryKey: campaignKey(cid ?? '', 'person-reminders', id),
    queryFn: () => fetchPersonReminders(cid ?? '', id),
    enabled: cid !== undefined,
  });
  return <QueryView query={view}>{(data) => <Content view={data} />}</QueryView>;
}
