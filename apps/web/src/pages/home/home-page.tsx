import { Navigate } from 'react-router';
import { useMembership } from '../../shell/session.js';
import { AssigningDeskView } from './assigning-desk.js';
import { HandlingDeskView } from './handling-desk.js';
import { SupervisingDeskView } from './supervising-desk.js';

/** The first page depends on the desk; an administrator without a membership comes to look after accounts. */
export function HomePage() {
  const membership = useMembership();
  if (membership === null) return <Navigate replace to="/accounts" />;
  if (membership.desk === 'assigning') return <AssigningDeskView campaign={membership} />;
  if (membership.desk === 'supervising') return <SupervisingDeskView campaign={membership} />;
  return <HandlingDeskView campaign={membership} />;
}
