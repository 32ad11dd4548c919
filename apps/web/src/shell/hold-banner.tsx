import { PauseCircleOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useHolds } from '../parts/holds.queries.js';
import { outboxText } from '../text/outbox.js';
import { useMembership } from './session.js';
import './shell.css';

/** Tells those who may decide that nothing is being sent, or that messages wait for them. */
export function HoldBanner() {
  const holds = useHolds(useMembership()?.id).data;
  if (!holds?.mayDecide) return null;
  const waiting = holds.held
    .filter(({ reason }) => reason !== 'address_suspended')
    .reduce((sum, { messages }) => sum + messages, 0);
  if (holds.stop === null && waiting === 0) return null;
  return (
    <aside className="banners" aria-label={outboxText.holds}>
      <div className="banner banner-exercise">
        <PauseCircleOutlined aria-hidden />
        <span>
          {holds.stop !== null && outboxText.stop(holds.stop)}
          {waiting > 0 && outboxText.heldBanner(waiting)}{' '}
          <Link to={waiting > 0 ? '/outbox?status=held' : '/outbox'}>{outboxText.heldShow}</Link>
        </span>
      </div>
    </aside>
  );
}
