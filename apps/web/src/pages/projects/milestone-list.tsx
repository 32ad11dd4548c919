import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { ConstructionView, MilestoneView } from '../../api/types.js';
import { appText } from '../../text/app.js';
import { formatDateShort } from '../../text/dates.js';
import { projectRoleText, projectsText, projectText } from '../../text/projects.js';
import { withDetail } from '../../text/wording.js';

/** On a phone, where each cell is a line, those that are empty or say the same again take no room. */
const known = (value: string | number | null) => (value === null ? 'milestone-empty' : undefined);
const dateOr = (date: string | null) => (date === null ? appText.dash : formatDateShort(date));

function State({
  milestone: { actual, late, planned },
  cancelled,
}: {
  milestone: MilestoneView;
  cancelled: boolean;
}) {
  if (actual !== null) {
    return (
      <span className="standing standing-closed">
        <CheckCircleOutlined aria-hidden /> {projectText.done}
      </span>
    );
  }
  if (late && !cancelled) {
    return (
      <span className="standing standing-overdue">
        <ExclamationCircleFilled aria-hidden /> {projectText.late}
      </span>
    );
  }
  return planned === null ? (
    <span className="standing standing-undetermined">
      <QuestionCircleOutlined aria-hidden /> {projectText.unplanned}
    </span>
  ) : (
    <span className="standing standing-on_track">
      <ClockCircleOutlined aria-hidden /> {projectText.waiting}
    </span>
  );
}

function Slip({ days }: { days: number | null }) {
  if (days === null) return <span className="muted">{appText.dash}</span>;
  return <span className={days > 0 ? 'project-mark-late' : ''}>{projectsText.slip(days)}</span>;
}

interface Props {
  project: ConstructionView;
  onReport: (milestone: string) => void;
}

function Row({ milestone, project, onReport }: Props & { milestone: MilestoneView }) {
  const { actual, versions } = milestone;
  const again = milestone.planVersion > 1;
  const evidence = versions.filter(({ kind }) => kind === 'actual').at(-1)?.evidence ?? null;
  return (
    <tr>
      <th scope="row">
        {milestone.name}
        <div className="muted">{projectRoleText[milestone.role]}</div>
      </th>
      <td data-label={projectText.state}>
        <State milestone={milestone} cancelled={project.cancelled !== null} />
      </td>
      <td className={known(milestone.firstPlanned)} data-label={projectText.firstPlanned}>
        {dateOr(milestone.firstPlanned)}
      </td>
      <td className={known(again ? milestone.planned : null)} data-label={projectText.planned}>
        {again
          ? withDetail(dateOr(milestone.planned), projectText.version(milestone.planVersion))
          : dateOr(milestone.planned)}
      </td>
      <td className={known(actual)} data-label={projectText.actual}>
        {dateOr(actual)}
        {evidence !== null && <div className="muted">{evidence}</div>}
      </td>
      <td className={known(actual === null ? milestone.forecast : null)} data-label={projectText.forecast}>
        {dateOr(milestone.forecast)}
      </td>
      <td className={known(milestone.slipFirst)} data-label={projectText.slipFirst}>
        <Slip days={milestone.slipFirst} />
      </td>
      <td className={known(again ? milestone.slipPlanned : null)} data-label={projectText.slipPlanned}>
        <Slip days={milestone.slipPlanned} />
      </td>
      <td className="milestone-why">
        <details>
          <summary>{projectText.why}</summary>
          {milestone.explanation}
        </details>
        {milestone.tasks.map((task) => (
          <div key={task.id}>
            <Link to={`/tasks/${task.id}`}>{withDetail(task.number, task.stateName)}</Link>
          </div>
        ))}
      </td>
      <td>
        {project.mayReport && (
          <Button
            size="small"
            aria-label={
              actual === null
                ? projectText.report(milestone.name)
                : `${projectText.correct} ${milestone.name}`
            }
            onClick={() => onReport(milestone.id)}
          >
            {actual === null ? projectsText.reportShort : projectText.correct}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Each milestone with its planned, actual and expected days, how far off it is, and why. */
export function MilestoneList({ project, onReport }: Props) {
  return (
    <table className="milestones">
      <thead>
        <tr>
          <th scope="col">{projectText.milestone}</th>
          <th scope="col">{projectText.state}</th>
          <th scope="col">{projectText.firstPlanned}</th>
          <th scope="col">{projectText.planned}</th>
          <th scope="col">{projectText.actual}</th>
          <th scope="col">{projectText.forecast}</th>
          <th scope="col">{projectText.slipFirst}</th>
          <th scope="col">{projectText.slipPlanned}</th>
          <th scope="col">{projectText.whyAndTasks}</th>
          <th scope="col">{appText.actions}</th>
        </tr>
      </thead>
      <tbody>
        {project.milestones.map((milestone) => (
          <Row key={milestone.id} milestone={milestone} project={project} onReport={onReport} />
        ))}
      </tbody>
    </table>
  );
}
