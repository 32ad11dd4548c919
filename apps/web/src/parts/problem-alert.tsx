import { Alert, Button } from 'antd';
import { asProblem } from '../api/problem.js';
import { problemText } from '../text/problems.js';

interface Props {
  error: unknown;
  /** Offered on 409: fetches the row's present version, keeping what was typed. */
  onLoadLatest?: () => void;
  onRetry?: () => void;
}

function Actions({ stale, onLoadLatest, onRetry }: Omit<Props, 'error'> & { stale: boolean }) {
  if (stale && onLoadLatest !== undefined) {
    return (
      <Button size="small" onClick={onLoadLatest}>
        {problemText.loadLatest}
      </Button>
    );
  }
  if (onRetry === undefined) return null;
  return (
    <Button size="small" onClick={onRetry}>
      {problemText.retry}
    </Button>
  );
}

/** A refusal in full: what happened, why, what to do next, and the number to quote to the administrator. */
export function ProblemAlert({ error, onLoadLatest, onRetry }: Props) {
  const problem = asProblem(error);
  const { title, detail, advice, requestId, errors, tasks, retryAfterSeconds } = problem.body;
  const lines = [
    detail,
    ...(tasks ?? []).map((task) => `${task.number} ${task.title}`),
    ...(errors ?? []).map((field) => field.message),
    advice,
    retryAfterSeconds === undefined ? undefined : problemText.retryAfter(retryAfterSeconds),
    problem.stale && onLoadLatest !== undefined ? problemText.staleNote : undefined,
  ].filter((line, index, all) => line && line !== title && all.indexOf(line) === index);
  return (
    <Alert
      type={problem.stale ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
          {requestId !== undefined && <div className="muted">{problemText.requestNumber(requestId)}</div>}
        </>
      }
      action={
        <Actions
          stale={problem.stale}
          {...(onLoadLatest === undefined ? {} : { onLoadLatest })}
          {...(onRetry === undefined ? {} : { onRetry })}
        />
      }
    />
  );
}
