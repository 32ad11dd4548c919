import { useInbox } from '../parts/inbox.queries.js';
import { appText } from '../text/app.js';
import { useMembership } from './session.js';
import './shell.css';

/** How much of the inbox is unread, beside its name. */
export function Unread() {
  const inbox = useInbox(useMembership()?.id);
  const unread = inbox.data?.unread ?? 0;
  if (unread === 0) return null;
  return (
    <span className="unread">
      <span aria-hidden>{unread > 99 ? '99+' : unread}</span>
      <span className="visually-hidden">{appText.unread(unread)}</span>
    </span>
  );
}
