import { Link } from 'react-router';
import type { ExtensionView } from '../api/types.js';
import { formatDateShort } from '../text/dates.js';
import { extensionText } from '../text/extensions.js';
import { taskUrl } from './task-links.js';

/** One extension request in a few lines: what was asked, whose turn it is, who said what. */
export function ExtensionCard({ request, today, linked }: Props) {
  const { state, next } = request;
  return (
    <div className="extension-card">
      <div>
        <strong>{request.number}</strong>{' '}
        {linked === true && <Link to={taskUrl(request.task.id)}>{request.task.title}</Link>}{' '}
        <span className="muted">
          {request.unit.shortName} · {request.askedBy}
        </span>
      </div>
      <div>
        {extensionText.span(
          formatDateShort(request.dueOn, today),
          formatDateShort(request.grantedOn ?? request.requestedOn, today),
        )}{' '}
        {request.provisional && <span className="muted">{extensionText.provisional}</span>}{' '}
        <strong>{next === null ? extensionText.states[state] : extensionText.next(next)}</strong>
        {request.extendedDays !== null && <span> · {extensionText.moved(request.extendedDays)}</span>}
      </div>
      <div className="muted">{request.reason}</div>
      {request.decisions.map((one) => (
        <div key={one.step} className="muted">
          {extensionText.said(
            one.name,
            [
              one.grantedOn === null
                ? extensionText.refuse
                : extensionText.agreedTo(formatDateShort(one.grantedOn, today)),
              one.ground,
            ]
              .filter((text) => text !== null)
              .join('，'),
          )}
        </div>
      ))}
    </div>
  );
}

interface Props {
  request: ExtensionView;
  today: string;
  linked?: boolean;
}
