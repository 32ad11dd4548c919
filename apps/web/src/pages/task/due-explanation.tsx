import { Button, Popover } from 'antd';
import type { CountedDays, DueExplanation } from '../../api/types.js';
import { dueText, formatDate } from '../../text/dates.js';
import { taskText } from '../../text/task.js';
import { comma, labelled, listOf } from '../../text/wording.js';

function CountedLines({ counted }: { counted: CountedDays }) {
  return (
    <>
      <p>{counted.text}</p>
      {counted.skipped.length > 0 && (
        <ul className="due-skipped">
          {counted.skipped.map((day) => (
            <li key={day.date}>
              {formatDate(day.date)} {day.reason}
            </li>
          ))}
        </ul>
      )}
      {counted.notices.length > 0 && (
        <p className="muted">{labelled(taskText.dueNotices, listOf(counted.notices))}</p>
      )}
      {counted.provisional && <p>{dueText.provisionalHint}</p>}
    </>
  );
}

/** How the last day of receipt or review was counted, one click away from it. */
export function CountedButton({ counted }: { counted: CountedDays }) {
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={taskText.howCounted}
      content={
        <div className="due-lines">
          <CountedLines counted={counted} />
        </div>
      }
    >
      <Button type="link" size="small" className="inline-button">
        {taskText.howCounted}
      </Button>
    </Popover>
  );
}

function Lines({ explanation }: { explanation: DueExplanation }) {
  return (
    <div className="due-lines">
      <p className="preline">{explanation.text}</p>
      <dl className="pairs">
        <dt>{taskText.dueFrom}</dt>
        <dd>{formatDate(explanation.start)}</dd>
        <dt>{taskText.due}</dt>
        <dd>{formatDate(explanation.dueOn)}</dd>
        {explanation.pausedDays > 0 && (
          <>
            <dt>{taskText.dueReview}</dt>
            <dd>{comma(taskText.workingDays(explanation.pausedDays), taskText.clockFree)}</dd>
            <dt>{taskText.dueEffective}</dt>
            <dd>{formatDate(explanation.effectiveDueOn)}</dd>
          </>
        )}
      </dl>
      {explanation.skipped.length > 0 && (
        <>
          <h3>{taskText.dueSkipped}</h3>
          <ul className="due-skipped">
            {explanation.skipped.map((day) => (
              <li key={day.date}>
                {formatDate(day.date)} {day.reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {explanation.notices.length > 0 && (
        <>
          <h3>{taskText.dueNotices}</h3>
          <ul className="due-skipped">
            {explanation.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </>
      )}
      {explanation.provisional && <p>{dueText.provisionalHint}</p>}
    </div>
  );
}

/** One click away from the date: from when, over which days, on what basis it was counted. */
export function DueExplanationButton({
  explanation,
  rule,
  period,
}: {
  explanation: DueExplanation;
  rule: CountedDays | null;
  /** How the due day of a period of recurring work came about. */
  period: string | null;
}) {
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={taskText.howDue}
      content={
        <>
          {rule !== null && (
            <>
              <h3>{taskText.dueRule}</h3>
              <CountedLines counted={rule} />
            </>
          )}
          {period !== null && (
            <>
              <h3>{taskText.recurring}</h3>
              <p>{period}</p>
            </>
          )}
          <Lines explanation={explanation} />
        </>
      }
    >
      <Button type="link" size="small" className="inline-button">
        {taskText.howDue}
      </Button>
    </Popover>
  );
}
