import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { WallChart } from '../../api/types.js';
import { fetchWallChart } from '../../api/wall.js';
import { QueryView } from '../../parts/query-view.js';
import { campaignKey, useCampaign, useSession } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { wallText } from '../../text/wall.js';
import { ClassCountdown } from './class-countdown.js';
import { Deadlines } from './deadlines.js';
import { IndicatorChips } from './indicator-chips.js';
import { PhaseBand } from './phase-band.js';
import { ProjectBars } from './project-bars.js';
import { RungBars } from './rung-bars.js';
import { UnitGrid } from './unit-grid.js';
import './wall-panels.css';
import './wall.css';

const refreshMs = 60_000;

function Content({ chart }: { chart: WallChart }) {
  return (
    <div className="wall-board">
      <PhaseBand phases={chart.phases} today={chart.asOf} />
      <UnitGrid units={chart.units} />
      <div className="wall-column">
        <IndicatorChips indicators={chart.indicators} />
        <RungBars rungs={chart.rungs} overdue={chart.totals.overdue} />
        <Deadlines deadlines={chart.deadlines} today={chart.asOf} />
      </div>
      <div className="wall-column">
        <ClassCountdown classes={chart.classes} />
        <ProjectBars years={chart.projects} />
      </div>
    </div>
  );
}

/** One page for a wall, a desk and A3 paper: it fills the screen and brings itself up to date. */
export function WallPage() {
  const campaign = useCampaign();
  const session = useSession();
  const query = useQuery({
    queryKey: campaignKey(campaign.id, 'wall-chart'),
    queryFn: () => fetchWallChart(campaign.id),
    refetchInterval: refreshMs,
    refetchIntervalInBackground: true,
  });
  return (
    <main className="wall" id="main">
      <header className="wall-head">
        <h1>
          {campaign.name} <span>{wallText.title}</span>
        </h1>
        <div className="wall-now">
          <strong>{formatDate(query.data?.asOf ?? session.today)}</strong>
          {session.exerciseDate !== null && <em>{appText.exercise(formatDate(session.exerciseDate))}</em>}
          {query.data !== undefined && (
            <span className="wall-updated" role="status">
              {query.isError
                ? wallText.stale
                : wallText.updated(formatInstant(new Date(query.dataUpdatedAt).toISOString()))}
            </span>
          )}
        </div>
        <nav className="no-print wall-tools" aria-label={wallText.title}>
          <Link to="/">{wallText.back}</Link>
          <Button size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
            {wallText.print}
          </Button>
        </nav>
      </header>
      <QueryView query={query}>{(chart) => <Content chart={chart} />}</QueryView>
    </main>
  );
}
