import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { projectsWorkbookUrl } from '../../api/projects.js';
import type { ConstructionList } from '../../api/types.js';
import { useUnits } from '../../parts/campaign.queries.js';
import { Loading } from '../../parts/loading.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { useCampaign, useSession } from '../../shell/session.js';
import { formatDate } from '../../text/dates.js';
import { milestoneChainText } from '../../text/milestone-chain.js';
import { projectsText } from '../../text/projects.js';
import { useAddress } from '../indicators/use-address.js';
import { useProjectFilter } from './project-address.js';
import { ProjectFilters } from './project-filters.js';
import { ProjectTiles } from './project-tiles.js';
import { ProjectStateLegend } from './project-state-tag.js';
import './projects.css';
import { AddProject } from './add-project.js';
import { MilestoneChain } from './milestone-chain.js';
import { ProjectsTable } from './projects-table.js';
import { useConstruction } from './projects.queries.js';
import { RollUpTable } from './roll-up-table.js';

// The chart library is larger than the page: who only reads the list does not wait for it.
const PlacesChart = lazy(async () => ({ default: (await import('./places-chart.js')).PlacesChart }));

function List({ list }: { list: ConstructionList }) {
  return (
    <>
      <span className="muted">{projectsText.count(list.items.length)}</span>
      <ProjectsTable rows={list.items} />
      <ProjectStateLegend />
    </>
  );
}

function Sums({ list }: { list: ConstructionList }) {
  return (
    <div className="project-sums">
      <RollUpTable summary={list.summary} />
      <section aria-label={projectsText.chart}>
        <h2>{projectsText.chart}</h2>
        <Suspense fallback={<Loading />}>
          <PlacesChart summary={list.summary} />
        </Suspense>
      </section>
    </div>
  );
}

function Content({ list }: { list: ConstructionList }) {
  const units = useUnits(useCampaign().id);
  const { get, set } = useAddress();
  const view = get('view') === 'sums' ? 'sums' : 'list';
  return (
    <>
      <ProjectTiles list={list} />
      <section className="panel stack" aria-label={projectsText.projects}>
        <div className="row" role="group" aria-label={projectsText.views}>
          {(['list', 'sums'] as const).map((one) => (
            <Button
              key={one}
              type={one === view ? 'primary' : 'default'}
              aria-pressed={one === view}
              onClick={() => set({ view: one === 'list' ? undefined : one })}
            >
              {one === 'list' ? projectsText.list : projectsText.summary}
            </Button>
          ))}
        </div>
        <ProjectFilters list={list} units={units.data?.items ?? []} />
        {view === 'list' ? <List list={list} /> : <Sums list={list} />}
      </section>
    </>
  );
}

export function ProjectsPage() {
  const campaign = useCampaign();
  const { today } = useSession();
  const { filter } = useProjectFilter();
  const [open, setOpen] = useState<'add' | 'milestones'>();
  const close = () => setOpen(undefined);
  const list = useConstruction(campaign.id, filter);
  return (
    <>
      <PageHead title={projectsText.title} lead={projectsText.lead(formatDate(today))}>
        {list.data?.mayEdit === true && (
          <>
            <Button onClick={() => setOpen('add')}>{projectsText.add}</Button>
            <Button onClick={() => setOpen('milestones')}>{milestoneChainText.open}</Button>
          </>
        )}
        <Button icon={<DownloadOutlined />} href={projectsWorkbookUrl(campaign.id, filter)} download>
          {projectsText.workbook}
        </Button>
      </PageHead>
      <QueryView query={list}>{(data) => <Content list={data} />}</QueryView>
      {open === 'add' && <AddProject onClose={close} />}
      {open === 'milestones' && <MilestoneChain onClose={close} />}
    </>
  );
}
