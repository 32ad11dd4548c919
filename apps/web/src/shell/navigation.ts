import type { SessionView } from '../api/types.js';
import { navText } from '../text/app.js';

export interface NavigationItem {
  to: string;
  label: string;
}

/** What this account may open; an administrator without a membership sees no business pages. */
export function navigationFor(session: SessionView): NavigationItem[] {
  const business: NavigationItem[] = [
    { to: '/', label: navText.desk },
    { to: '/tasks', label: navText.tasks },
    ...(session.campaigns.some((campaign) => campaign.role === 'government_office')
      ? [{ to: '/recurring', label: navText.recurring }]
      : []),
    { to: '/plan', label: navText.plan },
    { to: '/indicators', label: navText.indicators },
    { to: '/ledgers', label: navText.ledgers },
    { to: '/units', label: navText.units },
    { to: '/reports/overdue', label: navText.overdue },
    { to: '/inbox', label: navText.inbox },
    ...(session.campaigns[0]?.desk === 'handling' ? [] : [{ to: '/ladder', label: navText.ladder }]),
    { to: '/outbox', label: navText.outbox },
  ];
  const administration: NavigationItem[] = [
    { to: '/accounts', label: navText.accounts },
    { to: '/calendar', label: navText.calendar },
    { to: '/settings', label: navText.settings },
  ];
  const outbox = business.filter((item) => item.to === '/outbox');
  return [
    ...(session.campaigns.length > 0 ? business : []),
    ...(session.account.administrator ? administration : []),
    ...(session.account.administrator && session.campaigns.length === 0 ? outbox : []),
  ];
}
