import { FileTextOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { SessionCampaign, SupervisingDesk } from '../../api/types.js';
import { CountLink } from '../../parts/count-link.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { StandingLegend } from '../../parts/standing-tag.js';
import { StandingTiles } from '../../parts/standing-tiles.js';
import { tasksUrl } from '../../parts/task-links.js';
import { formatDate } from '../../text/dates.js';
import { deskText } from '../../text/desks.js';
import './desk.css';
import { ExtensionsOnDesk } from './extensions-on-desk.js';
import { EscalationPanels } from './escalation-panels.js';
import { useSupervisingDesk } from './home.queries.js';
import { LedgersOnDesk } from './ledgers-on-desk.js';
import { TaskPanel } from './task-panel.js';

function OverdueUnits({ units }: { units: SupervisingDesk['overdueUnits'] }) {
  return (
    <Panel title={deskText.overdueUnits} extra={<Link to="/units">{deskText.overviewAll}</Link>}>
      {units.length === 0 ? (
        <Nothing text={deskText.overdueUnitsNone} />
      ) : (
        <ol className="desk-list">
          {units.map(({ unit, count, maxDaysLate }) => (
            <li key={unit.id}>
              <span>{unit.name}</span>
              <span className="row">
                <span className="muted">{deskText.maxLate(maxDaysLate)}</span>
                <CountLink
                  count={count}
                  to={tasksUrl({ unitId: unit.id, part: 'lead', standing: 'overdue' })}
                  label={`${unit.shortName} ${deskText.count}`}
                  tone="overdue"
                />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Content({ desk }: { desk: SupervisingDesk }) {
  return (
    <>
      <StandingTiles counts={desk.totals} place={{}} />
      <TaskPanel
        title={deskText.overdue}
        tasks={desk.overdue}
        to={tasksUrl({ standing: 'overdue' })}
        none={deskText.overdueNone}
        next={deskText.overdueNext}
        columns={['number', 'task', 'leadUnit', 'due', 'progress']}
      />
      <div className="desk-columns">
        <OverdueUnits units={desk.overdueUnits} />
        <TaskPanel
          title={deskText.recentlyClosed}
          tasks={desk.recentlyClosed}
          none={deskText.recentlyClosedNone}
          columns={['number', 'task', 'leadUnit']}
        />
      </div>
    </>
  );
}

export function SupervisingDeskView({ campaign }: { campaign: SessionCampaign }) {
  const desk = useSupervisingDesk(campaign.id);
  const navigate = useNavigate();
  return (
    <>
      <PageHead
        title={deskText.supervising}
        lead={
          desk.data === undefined
            ? campaign.name
            : `${campaign.name} · ${deskText.asOf(formatDate(desk.data.asOf))}`
        }
      >
        <Button type="primary" icon={<FileTextOutlined />} onClick={() => void navigate('/reports/overdue')}>
          {deskText.report}
        </Button>
      </PageHead>
      <EscalationPanels cid={campaign.id} />
      <QueryView query={desk}>{(data) => <Content desk={data} />}</QueryView>
      <LedgersOnDesk campaign={campaign} />
      <ExtensionsOnDesk campaign={campaign} />
      <StandingLegend />
    </>
  );
}
