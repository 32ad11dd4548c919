import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TaskView } from '../../api/types.js';
import { DueText } from '../../parts/due-text.js';
import { tasksUrl } from '../../parts/task-links.js';
import { appText } from '../../text/app.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { extensionText } from '../../text/extensions.js';
import { evidenceKindText, priorityText, sourceKindText, stateText } from '../../text/states.js';
import { taskText } from '../../text/task.js';
import { DueExplanationButton } from './due-explanation.js';
import { labelled, listOf, withDetail } from '../../text/wording.js';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Clause({ task }: { task: TaskView }) {
  if (task.clause === null) return appText.none;
  return (
    <>
      <Link to={tasksUrl({ clauseId: task.clause.id })}>
        {task.clause.number} {task.clause.title}
      </Link>
      <div className="muted">{task.clause.documentTitle}</div>
    </>
  );
}

function RequiredEvidence({ task }: { task: TaskView }) {
  if (task.requiredEvidence.length === 0) return taskText.noRequiredEvidence;
  const missing = listOf(task.missingEvidenceKinds.map((kind) => evidenceKindText[kind]));
  return (
    <>
      {listOf(task.requiredEvidence.map((kind) => evidenceKindText[kind]))}
      {missing !== '' && (
        <span className="missing">
          {taskText.missing} {missing}
        </span>
      )}
    </>
  );
}

function Progress({ task }: { task: TaskView }) {
  return (
    <>
      {task.recurring !== null && (
        <Fact name={taskText.recurring}>{withDetail(task.recurring.title, task.recurring.period)}</Fact>
      )}
      {task.recurring !== null && task.recurring.told !== null && (
        <Fact name={taskText.told}>
          {taskText.toldAt(task.recurring.told.note, formatInstant(task.recurring.told.at))}
        </Fact>
      )}
      <Fact name={taskText.createdBy}>
        {taskText.created(task.createdBy.name, formatInstant(task.createdAt))}
      </Fact>
      {task.submittedBy !== null && task.submittedAt !== null && (
        <Fact name={taskText.submittedLabel}>
          {taskText.submitted(task.submissionNo, task.submittedBy.name, formatInstant(task.submittedAt))}
        </Fact>
      )}
      {task.reviewedBy !== null && <Fact name={taskText.reviewedBy}>{task.reviewedBy.name}</Fact>}
      {task.latenessDays !== null && (
        <Fact name={extensionText.lateness}>
          {task.latenessOriginalDays === null
            ? extensionText.late(task.latenessDays)
            : extensionText.againstBoth(
                extensionText.late(task.latenessDays),
                extensionText.late(task.latenessOriginalDays),
              )}
        </Fact>
      )}
      {task.reopenCount > 0 && (
        <Fact name={taskText.reopens}>{extensionText.reopened(task.reopenCount)}</Fact>
      )}
      {task.closedAt !== null && <Fact name={taskText.closedAt}>{formatInstant(task.closedAt)}</Fact>}
    </>
  );
}

export function TaskFacts({ task }: { task: TaskView }) {
  const { source } = task;
  return (
    <>
      <dl className="facts">
        <Fact name={taskText.due}>
          <span className="due">
            <DueText due={task} />
            {task.dueExplanation !== null && (
              <DueExplanationButton
                explanation={task.dueExplanation}
                rule={task.dueRule}
                period={task.recurring?.dueText ?? null}
              />
            )}
          </span>
          {task.originalDueOn !== null && task.originalDueOn !== task.dueOn && (
            <div className="muted">
              {taskText.originalDue} {formatDate(task.originalDueOn)}
            </div>
          )}
          {task.extensionCount > 0 && (
            <div className="muted">{extensionText.count(task.extensionCount, task.extendedDays)}</div>
          )}
        </Fact>
        <Fact name={taskText.state}>{stateText[task.state]}</Fact>
        <Fact name={taskText.leadUnit}>{task.leadUnit.name}</Fact>
        <Fact name={taskText.supportingUnits}>
          {listOf(task.supportingUnits.map((unit) => unit.name)) || appText.none}
        </Fact>
        <Fact name={taskText.priority}>{priorityText[task.priority]}</Fact>
        <Fact name={taskText.requiredEvidence}>
          <RequiredEvidence task={task} />
        </Fact>
        <Fact name={taskText.clause}>
          <Clause task={task} />
        </Fact>
        <Fact name={taskText.source}>
          {source.title === null
            ? sourceKindText[source.kind]
            : labelled(sourceKindText[source.kind], source.title)}
        </Fact>
        <Progress task={task} />
      </dl>
      <h3 className="description-head">{taskText.description}</h3>
      <p className="preline description">
        {task.description === '' ? taskText.noDescription : task.description}
      </p>
    </>
  );
}
