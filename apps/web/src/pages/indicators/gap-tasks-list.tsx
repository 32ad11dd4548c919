import { Alert } from 'antd';
import { Link } from 'react-router';
import type { GapLine, GapTask, GapTasksPreview } from '../../api/types.js';
import { taskUrl } from '../../parts/task-links.js';
import { gapText } from '../../text/gaps.js';
import { stageText } from '../../text/indicators.js';
import { labelled, listOf, withDetail } from '../../text/wording.js';
import { dataSetName } from './indicator-nav.js';

const placeOf = ({ schoolName, stage }: GapLine): string => {
  const name = schoolName ?? gapText.county;
  return stage === null ? name : withDetail(name, stageText[stage]);
};

function Covered({ preview }: { preview: GapTasksPreview }) {
  const tasks = new Map(preview.covered.map(({ task }) => [task.id, task]));
  if (tasks.size === 0) return null;
  return (
    <div>
      {gapText.covered(preview.covered.length)}
      <ul className="gap-made">
        {[...tasks.values()].map((task) => (
          <li key={task.id}>
            <Link to={taskUrl(task.id)}>
              {task.number} {task.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Task({ task }: { task: GapTask }) {
  return (
    <li>
      <strong>{task.title}</strong>
      <div className="muted">
        {labelled(gapText.lead, task.leadUnit.shortName)}{' '}
        {task.supportingUnits.length > 0 &&
          labelled(gapText.support, listOf(task.supportingUnits.map(({ shortName }) => shortName)))}
      </div>
      <details>
        <summary>{gapText.text}</summary>
        <p className="preline">{task.description}</p>
      </details>
      <table className="gap-lines">
        <thead>
          <tr>
            <th scope="col">{gapText.place}</th>
            <th scope="col">{gapText.figure}</th>
            <th scope="col">{gapText.line}</th>
            <th scope="col">{gapText.lacking}</th>
          </tr>
        </thead>
        <tbody>
          {task.lines.map((line) => (
            <tr key={`${line.schoolCode} ${line.stage}`}>
              <th scope="row">{placeOf(line)}</th>
              <td>{line.figure}</td>
              <td>{line.line}</td>
              <td>{line.lacking}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}

/** The tasks as they would be made, and the gaps that have one. */
export function GapTasksList({ preview }: { preview: GapTasksPreview }) {
  const { problems, tasks, dataSet } = preview;
  return (
    <div className="stack">
      <div className="muted">
        {dataSet === null ? gapText.noDataSet : gapText.basis(dataSetName(dataSet))}
      </div>
      {problems.map(({ message }) => (
        <Alert key={message} type="info" showIcon title={message} />
      ))}
      <Covered preview={preview} />
      {problems.length === 0 && (
        <>
          <div>{gapText.willMake(tasks.length)}</div>
          <ul className="gap-tasks">
            {tasks.map((task) => (
              <Task key={`${task.leadUnit.id} ${task.title}`} task={task} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
