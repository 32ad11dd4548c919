import {
  CheckCircleOutlined,
  CheckSquareFilled,
  ClockCircleOutlined,
  HomeFilled,
  StopOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { ProjectState } from '../../api/types.js';
import { projectsText, projectStateMeaning, projectStateText } from '../../text/projects.js';

const icons: Record<ProjectState, ComponentType> = {
  planned: ClockCircleOutlined,
  started: ToolOutlined,
  completed: CheckCircleOutlined,
  accepted: CheckSquareFilled,
  opened: HomeFilled,
  cancelled: StopOutlined,
};
const states = Object.keys(icons) as ProjectState[];

/** How far a project has come: a word, a colour and an icon. */
export function ProjectStateTag({ state }: { state: ProjectState }) {
  const Icon = icons[state];
  return (
    <span className={`standing project-${state}`} title={projectStateMeaning[state]}>
      <Icon aria-hidden />
      {projectStateText[state]}
    </span>
  );
}

export function ProjectStateLegend() {
  return (
    <details className="legend no-print">
      <summary>{projectsText.legend}</summary>
      <dl>
        {states.map((state) => (
          <div key={state}>
            <dt>
              <ProjectStateTag state={state} />
            </dt>
            <dd>{projectStateMeaning[state]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
