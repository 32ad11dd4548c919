import type { SessionView } from '../api/types.js';
import { navText } from '../text/app.js';

export interface NavigationItem {
  to: string;
  label: string;
  /** Not looked at every day: below 更多, so that the daily ones fit an office screen. */
  seldom?: true;
}

/** What this account may open; an administrator without a membership sees no business pages. */
export function navigationFor(session: SessionView): NavigationItem[] {
  const business: NavigationItem[] = [
    { to: '/', label: navText.desk },
    { to: '/tasks', label: navText.tasks },
    ...(session.campaigns.some((campaign) => campaign.role === 'government_office')
      ? [{ to: '/recurring', label: navText.recurring, seldom: true as const }]
      : []),
    { to: '/plan', label: navText.plan, seldom: true },
    { to: '/timeline', label: navText.timeline },
    { to: '/projects', label: navText.projects },
    { to: '/indicators', label: navText.indicators },
    { to: '/ledgers', label: navText.ledgers },
    { to: '/units', label: navText.units },
    { to: '/wall', label: navText.wall },
    { to: '/reports/overdue', label: navText.overdue, seldom: true },
    { to: '/inbox', label: navText.inbox },
    ...(session.campaigns[0]?.desk === 'handling'
      ? []
      : [{ to: '/ladder', label: navText.ladder, seldom: true as const }]),
    { to: '/outbox', label: navText.outbox, seldom: true },
    // Administrators have it among their own.
    ...(session.account.administrator
      ? []
      : [{ to: '/calendar', label: navText.calendar, seldom: true as const }]),
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
