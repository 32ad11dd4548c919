import { Link, useParams } from 'react-router';
import type { SessionCampaign, TaskView } from '../../api/types.js';
import { uploadEvidence } from '../../api/tasks.js';
import { EvidenceDrop } from '../../parts/evidence-drop.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { StandingTag } from '../../parts/standing-tag.js';
import { taskUrl } from '../../parts/task-links.js';
import { TaskMarks } from '../../parts/task-marks.js';
import { useCampaign, useSession } from '../../shell/session.js';
import { taskText } from '../../text/task.js';
import { ActionBar } from './action-bar.js';
import { dataCheckText } from '../../text/gaps.js';
import { ClockStrip } from './clock-strip.js';
import { DataCheckView } from './data-check-view.js';
import { EscalationPanel } from './escalation-panel.js';
import { EvidenceList } from './evidence-list.js';
import { ExtensionsPanel } from './extensions-panel.js';
import { History } from './history.js';
import { SideClocks } from './side-clocks.js';
import { Supports } from './supports.js';
import { TaskFacts } from './task-facts.js';
import './task.css';
import { useTask, useTaskEvents } from './task.queries.js';

function TaskHistory({ cid, id }: { cid: string; id: string }) {
  const events = useTaskEvents(cid, id);
  return (
    <Panel title={taskText.history}>
      <QueryView query={events}>{(data) => <History events={data.items} />}</QueryView>
    </Panel>
  );
}

function Content({ campaign, task }: { campaign: SessionCampaign; task: TaskView }) {
  const { today } = useSession();
  const mayUpload = task.allowedActions.includes('upload');
  return (
    <>
      <PageHead
        title={task.title}
        lead={
          <span className="row">
            <span>{task.number}</span>
            <StandingTag standing={task.standing} />
            <TaskMarks task={task} />
          </span>
        }
      >
        <Link to={`${taskUrl(task.id)}/reminders`}>{taskText.reminders}</Link>
      </PageHead>
      <ActionBar cid={campaign.id} task={task} />
      <div className="task-columns">
        <div className="stack">
          <Panel title={taskText.facts}>
            <TaskFacts task={task} />
          </Panel>
          {task.dataCheck !== null && (
            <Panel title={dataCheckText.title}>
              <DataCheckView check={task.dataCheck} />
            </Panel>
          )}
          <Panel title={taskText.clockTitle}>
            <ClockStrip segments={task.clock} today={today} />
            <SideClocks task={task} />
          </Panel>
          <ExtensionsPanel cid={campaign.id} task={task} today={today} />
          <EscalationPanel campaign={campaign} task={task} />
          <Panel title={taskText.evidence}>
            <div className="stack">
              <EvidenceList
                cid={campaign.id}
                taskId={task.id}
                evidence={task.evidence}
                mayUpload={mayUpload}
              />
              {mayUpload && (
                <EvidenceDrop
                  cid={campaign.id}
                  suggested={task.missingEvidenceKinds[0]}
                  send={(kind, file, onProgress) =>
                    uploadEvidence(campaign.id, task.id, kind, file, onProgress)
                  }
                />
              )}
            </div>
          </Panel>
          {task.supports.length > 0 && (
            <Panel title={taskText.supports}>
              <Supports supports={task.supports} />
            </Panel>
          )}
        </div>
        <TaskHistory cid={campaign.id} id={task.id} />
      </div>
    </>
  );
}

export function TaskPage() {
  const { id = '' } = useParams();
  const campaign = useCampaign();
  const task = useTask(campaign.id, id);
  return (
    <>
      <Link className="no-print" to="/tasks">
        {taskText.backToList}
      </Link>
      <QueryView query={task}>
        {(data) => <Content key={data.id} campaign={campaign} task={data} />}
      </QueryView>
    </>
  );
}
