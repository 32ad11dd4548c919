import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { fetchTaskReminders } from '../../api/reminders.js';
import type { TaskReminders } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { taskUrl } from '../../parts/task-links.js';
import { campaignKey, useCampaign } from '../../shell/session.js';
import { formatDate } from '../../text/dates.js';
import { remindersText } from '../../text/reminders.js';
import { WhyTable } from './why-table.js';

function Content({ view }: { view: TaskReminders }) {
  return (
    <>
      <PageHead
        title={remindersText.taskTitle}
        lead={`${view.task.number} ${view.task.title ?? ''} · ${remindersText.nextRun(formatDate(view.nextRunOn))}`}
      >
        <Link to="/reminders">{remindersText.toRules}</Link>
      </PageHead>
      {view.note !== null && <Alert type="info" showIcon title={view.note} />}
      {view.blocked !== null && <Alert type="warning" showIcon title={view.blocked} />}
      <Panel title={remindersText.coming}>
        <WhyTable rows={view.coming} about="task" none={remindersText.comingNone} />
      </Panel>
      <Panel title={remindersText.past}>
        <WhyTable rows={view.past} about="task" none={remindersText.pastNone} />
      </Panel>
    </>
  );
}

export function TaskRemindersPage() {
  const { id = '' } = useParams();
  const campaign = useCampaign();
  const view = useQuery({
    queryKey: campaignKey(campaign.id, 'task-reminders', id),
    queryFn: () => fetchTaskReminders(campaign.id, id),
  });
  return (
    <>
      <Link className="no-print" to={taskUrl(id)}>
        {remindersText.backToTask}
      </Link>
      <QueryView query={view}>{(data) => <Content view={data} />}</QueryView>
    </>
  );
}
