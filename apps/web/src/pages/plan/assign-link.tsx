import { Link } from 'react-router';
import type { SessionCampaign } from '../../api/types.js';
import type { PlanKind } from '../../parts/sources.js';
import { plan } from '../../text/plan.js';

interface Props {
  campaign: SessionCampaign;
  kind: PlanKind;
  id: string;
  title: string;
}

/** Starts a task from this line of the plan; only the office that assigns sees it. */
export function AssignLink({ campaign, kind, id, title }: Props) {
  if (campaign.desk !== 'assigning') return null;
  return (
    <Link
      to={`/tasks/new?${new URLSearchParams({ source: kind, id }).toString()}`}
      aria-label={plan.assignLabel(title)}
    >
      {plan.assign}
    </Link>
  );
}
