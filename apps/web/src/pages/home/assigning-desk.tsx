import { PlusOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { AssigningDesk, ClauseWithoutTask, SessionCampaign } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { StandingLegend } from '../../parts/standing-tag.js';
import { StandingTiles } from '../../parts/standing-tiles.js';
import { tasksUrl } from '../../parts/task-links.js';
import { UnitHeatMap } from '../../parts/unit-heat-map.js';
import { formatDate } from '../../text/dates.js';
import { deskText } from '../../text/desks.js';
import './desk.css';
import { ExtensionsOnDesk } from './extensions-on-desk.js';
import { useAssigningDesk } from './home.queries.js';
import { LedgersOnDesk } from './ledgers-on-desk.js';
import { PresetsOnDesk } from './presets-on-desk.js';
import { TaskPanel } from './task-panel.js';
import { withDetail } from '../../text/wording.js';

const clausesShown = 8;

function ClausesWithoutTask({ clauses }: { clauses: ClauseWithoutTask[] }) {
  const title =
    clauses.length === 0
      ? deskText.clausesWithoutTask
      : withDetail(deskText.clausesWithoutTask, clauses.length);
  return (
    <Panel
      title={title}
      extra={<Link to="/plan?tab=clauses&without=task">{deskText.clausesMore(clauses.length)}</Link>}
    >
      {clauses.length === 0 ? (
        <Nothing text={deskText.clausesWithoutTaskNone} />
      ) : (
        <ul className="desk-list">
          {clauses.slice(0, clausesShown).map((clause) => (
            <li key={clause.id}>
              <span>
                <span className="muted">{clause.number}</span> {clause.title}
              </span>
              <Link to={`/tasks/new?source=clause&id=${encodeURIComponent(clause.id)}`}>
                <span aria-hidden>{deskText.assignClause}</span>
                <span className="visually-hidden">{deskText.assignClauseLabel(clause.number)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Content({ desk }: { desk: AssigningDesk }) {
  return (
    <>
      <StandingTiles counts={desk.totals} place={{}} />
      <TaskPanel
        title={deskText.awaitingReview}
        tasks={desk.awaitingReview}
        to={tasksUrl({ standing: 'in_review' })}
        none={deskText.awaitingReviewNone}
        next={deskText.awaitingReviewNext}
        columns={['number', 'task', 'leadUnit', 'verification', 'due', 'progress']}
      />
      <div className="desk-columns">
        <TaskPanel
          title={deskText.notSigned}
          tasks={desk.notSigned}
          to={tasksUrl({ state: 'assigned' })}
          none={deskText.notSignedNone}
          columns={['number', 'task', 'leadUnit', 'receipt', 'due']}
        />
        <ClausesWithoutTask clauses={desk.clausesWithoutTask} />
      </div>
      <Panel title={deskText.overview} extra={<Link to="/units">{deskText.overviewAll}</Link>}>
        <UnitHeatMap rows={desk.overview} />
      </Panel>
    </>
  );
}

export function AssigningDeskView({ campaign }: { campaign: SessionCampaign }) {
  const desk = useAssigningDesk(campaign.id);
  const navigate = useNavigate();
  return (
    <>
      <PageHead
        title={deskText.assigning}
        lead={
          desk.data === undefined
            ? campaign.name
            : `${campaign.name} · ${deskText.asOf(formatDate(desk.data.asOf))}`
        }
      >
        {desk.data !== undefined && desk.data.drafts > 0 && (
          <Link to={tasksUrl({ standing: 'draft' })}>{deskText.drafts(desk.data.drafts)}</Link>
        )}
        <Button icon={<PlusOutlined />} onClick={() => void navigate('/tasks/new')}>
          {deskText.newTask}
        </Button>
        <Button type="primary" icon={<UnorderedListOutlined />} onClick={() => void navigate('/tasks/batch')}>
          {deskText.batch}
        </Button>
      </PageHead>
      <PresetsOnDesk cid={campaign.id} />
      <QueryView query={desk}>{(data) => <Content desk={data} />}</QueryView>
      <LedgersOnDesk campaign={campaign} />
      <ExtensionsOnDesk campaign={campaign} />
      <StandingLegend />
    </>
  );
}
