import { Button, Popover } from 'antd';
import type { DueExplanation, DueRuleView } from '../../api/types.js';
import { dueText, formatDate } from '../../text/dates.js';
import { taskText } from '../../text/task.js';
import { comma, labelled, listOf } from '../../text/wording.js';

function RuleLines({ rule }: { rule: DueRuleView }) {
  return (
    <>
      <h3>{taskText.dueRule}</h3>
      <p>{rule.text}</p>
      {rule.skipped.length > 0 && (
        <ul className="due-skipped">
          {rule.skipped.map((day) => (
            <li key={day.date}>
              {formatDate(day.date)} {day.reason}
            </li>
          ))}
        </ul>
      )}
      {rule.notices.length > 0 && (
        <p className="muted">{labelled(taskText.dueNotices, listOf(rule.notices))}</p>
      )}
      {rule.provisional && <p>{dueText.provisionalHint}</p>}
    </>
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
}: {
  explanation: DueExplanation;
  rule: DueRuleView | null;
}) {
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={taskText.howDue}
      content={
        <>
          {rule !== null && <RuleLines rule={rule} />}
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
