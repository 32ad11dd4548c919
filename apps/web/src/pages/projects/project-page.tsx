import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ConstructionView } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { planTasksUrl } from '../../parts/task-links.js';
import { useCampaign } from '../../shell/session.js';
import { projectsText, projectText } from '../../text/projects.js';
import { labelled } from '../../text/wording.js';
import { CancelDialog } from './cancel-dialog.js';
import { EditFacts } from './edit-facts.js';
import { FactHistory } from './fact-history.js';
import { FactList } from './fact-list.js';
import { MilestoneList } from './milestone-list.js';
import { MoneyTable } from './money-table.js';
import { PlanDialog } from './plan-dialog.js';
import { ProjectHistory } from './project-history.js';
import { ProjectMarks } from './project-marks.js';
import { ProjectStateTag } from './project-state-tag.js';
import './projects.css';
import { useProject } from './projects.queries.js';
import { ReportDialog, ReportMilestone } from './report-dialogs.js';
import { projectsUrl } from './project-address.js';

type Open = 'facts' | 'plan' | 'cancel' | 'report' | { milestone: string };

/** The next step in one large button, so that on a phone a report is two taps. */
function Actions({ project, onOpen }: { project: ConstructionView; onOpen: (what: Open) => void }) {
  const { mayReport, mayEdit, next, cancelled, withdrawn } = project;
  return (
    <>
      {mayReport && next !== null && (
        <Button type="primary" onClick={() => onOpen({ milestone: next.id })}>
          {projectText.report(next.name)}
        </Button>
      )}
      {mayReport && <Button onClick={() => onOpen('report')}>{projectText.reportOther}</Button>}
      {mayEdit && cancelled === null && (
        <>
          <Button onClick={() => onOpen('facts')}>{projectText.edit}</Button>
          <Button onClick={() => onOpen('plan')}>{projectText.replan}</Button>
        </>
      )}
      {mayEdit && !withdrawn && (
        <Button onClick={() => onOpen('cancel')}>
          {cancelled === null ? projectText.cancel : projectText.restore}
        </Button>
      )}
    </>
  );
}

function Dialogs({
  project,
  open,
  onClose,
}: {
  project: ConstructionView;
  open: Open | undefined;
  onClose: () => void;
}) {
  if (open === undefined) return null;
  if (typeof open === 'object') {
    const milestone = project.milestones.find(({ id }) => id === open.milestone);
    return milestone === undefined ? null : (
      <ReportMilestone project={project} milestone={milestone} onClose={onClose} />
    );
  }
  const dialogs = { facts: EditFacts, plan: PlanDialog, cancel: CancelDialog, report: ReportDialog };
  const Dialog = dialogs[open];
  return <Dialog project={project} onClose={onClose} />;
}

function Content({ project }: { project: ConstructionView }) {
  const [open, setOpen] = useState<Open>();
  return (
    <>
      <PageHead
        title={project.school}
        lead={
          <>
            <Link to={projectsUrl()}>{projectText.back}</Link> <ProjectStateTag state={project.state} />{' '}
            <ProjectMarks row={project} />
          </>
        }
      >
        <Actions project={project} onOpen={setOpen} />
      </PageHead>
      {project.cancelled !== null && (
        <Alert type="warning" showIcon title={projectText.cancelled(project.cancelled)} />
      )}
      {project.units.length === 0 && <Alert type="warning" showIcon title={projectText.noUnits} />}
      <Panel
        title={projectText.milestones}
        extra={
          <Link to={planTasksUrl({ sourceId: project.id })}>
            {labelled(projectsText.tasks, String(project.taskCount))}
          </Link>
        }
      >
        <MilestoneList project={project} onReport={(milestone) => setOpen({ milestone })} />
      </Panel>
      <div className="project-columns">
        <Panel title={projectText.facts} extra={<FactHistory entries={project.entries} />}>
          <FactList project={project} />
        </Panel>
        <Panel title={projectText.money}>
          <MoneyTable money={project.money} />
        </Panel>
      </div>
      <Panel title={projectText.history}>
        <ProjectHistory entries={project.entries} />
      </Panel>
      <Dialogs project={project} open={open} onClose={() => setOpen(undefined)} />
    </>
  );
}

export function ProjectPage() {
  const campaign = useCampaign();
  const { id = '' } = useParams();
  const project = useProject(campaign.id, id);
  return <QueryView query={project}>{(data) => <Content project={data} />}</QueryView>;
}
