import {
  ExclamationCircleFilled,
  ExperimentOutlined,
  PlusSquareOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ConstructionRow } from '../../api/types.js';
import { projectsText } from '../../text/projects.js';
import { listOf } from '../../text/wording.js';

/** What is late or unusual in a project, each in words. */
export function ProjectMarks({ row }: { row: ConstructionRow }) {
  return (
    <span className="project-marks">
      {row.late.length > 0 && (
        <span className="project-mark-late">
          <ExclamationCircleFilled aria-hidden /> {projectsText.late(listOf(row.late))}
        </span>
      )}
      {row.openedUnaccepted && (
        <span className="project-mark-warning">
          <WarningFilled aria-hidden /> {projectsText.openedUnaccepted}
        </span>
      )}
      {row.added && (
        <span className="muted">
          <PlusSquareOutlined aria-hidden /> {projectsText.added}
        </span>
      )}
      {row.example && (
        <span className="muted" title={projectsText.exampleHint}>
          <ExperimentOutlined aria-hidden /> {projectsText.example}
        </span>
      )}
    </span>
  );
}
