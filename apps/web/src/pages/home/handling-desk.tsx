import { ExclamationCircleFilled } from '@ant-design/icons';
import { Link } from 'react-router';
import type { HandlingDesk, SessionCampaign } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { StandingLegend } from '../../parts/standing-tag.js';
import { StandingTiles } from '../../parts/standing-tiles.js';
import { tasksUrl, type TaskListPlace } from '../../parts/task-links.js';
import { formatDate } from '../../text/dates.js';
import { deskText } from '../../text/desks.js';
import './desk.css';
import { ExtensionsOnDesk } from './extensions-on-desk.js';
import { useHandlingDesk } from './home.queries.js';
import { LedgersOnDesk } from './ledgers-on-desk.js';
import { TaskPanel } from './task-panel.js';

function LateReceipts({ desk }: { desk: HandlingDesk }) {
  if (desk.supportSignLateCount === 0) return null;
  const late = tasksUrl({ unitId: desk.unit.id, part: 'support_sign_late' });
  return (
    <Link className="remaining-overdue" to={late}>
      <ExclamationCircleFilled aria-hidden /> {deskText.supportSignLate(desk.supportSignLateCount)}
    </Link>
  );
}

function Content({ desk }: { desk: HandlingDesk }) {
  const lead: TaskListPlace = { unitId: desk.unit.id, part: 'lead' };
  return (
    <>
      {desk.returned.length > 0 && (
        <TaskPanel
          title={deskText.returned}
          tasks={desk.returned}
          none={deskText.returnedNone}
          columns={['number', 'task', 'standing', 'due', 'progress']}
        />
      )}
      <TaskPanel
        title={deskText.toSign}
        tasks={desk.toSign}
        to={tasksUrl({ ...lead, state: 'assigned' })}
        none={deskText.toSignNone}
        columns={['number', 'task', 'standing', 'due']}
      />
      {desk.supportToSignCount > 0 && (
        <TaskPanel
          title={deskText.supportToSign}
          tasks={desk.supportToSign}
          count={desk.supportToSignCount}
          to={tasksUrl({ unitId: desk.unit.id, part: 'support_to_sign' })}
          hint={<LateReceipts desk={desk} />}
          none={deskText.toSignNone}
          columns={['number', 'task', 'leadUnit', 'supportReceipt', 'due']}
        />
      )}
      <TaskPanel
        title={deskText.open}
        tasks={desk.open}
        hint={deskText.openHint}
        none={deskText.openNone}
        next={deskText.openNext}
        columns={['number', 'task', 'standing', 'due', 'progress']}
      />
      <StandingTiles counts={desk.totals} place={lead} />
      <div className="desk-columns">
        <TaskPanel
          title={deskText.supporting}
          tasks={desk.supporting}
          none={deskText.supportingNone}
          columns={['number', 'task', 'leadUnit', 'due']}
        />
        <TaskPanel
          title={deskText.inReview}
          tasks={desk.inReview}
          to={tasksUrl({ ...lead, standing: 'in_review' })}
          none={deskText.inReviewNone}
          columns={['number', 'task', 'due']}
        />
      </div>
    </>
  );
}

export function HandlingDeskView({ campaign }: { campaign: SessionCampaign }) {
  const desk = useHandlingDesk(campaign.id);
  const lead = [
    campaign.unit?.name,
    desk.data === undefined ? undefined : deskText.asOf(formatDate(desk.data.asOf)),
  ];
  return (
    <>
      <PageHead title={deskText.handling} lead={lead.filter((text) => text !== undefined).join(' · ')} />
      <QueryView query={desk}>{(data) => <Content desk={data} />}</QueryView>
      <LedgersOnDesk campaign={campaign} />
      <ExtensionsOnDesk campaign={campaign} />
      <StandingLegend />
    </>
  );
}
