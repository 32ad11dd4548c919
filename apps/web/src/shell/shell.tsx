import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { appText } from '../text/app.js';
import { formatDate } from '../text/dates.js';
import { CalendarWarning } from './calendar-warning.js';
import { Banners } from './banners.js';
import { navigationFor, type NavigationItem } from './navigation.js';
import { SchedulerBanner } from './scheduler-banner.js';
import { useMembership, useSession } from './session.js';
import './shell.css';
import { HoldBanner } from './hold-banner.js';
import { Unread } from './unread.js';
import { SeldomMenu } from './seldom-menu.js';
import { UserMenu } from './user-menu.js';
import { useInboxStream } from './use-inbox-stream.js';

function Links({ items }: { items: NavigationItem[] }) {
  return items.map((item) => (
    <NavLink key={item.to} to={item.to} end={item.to === '/'}>
      {item.label}
      {item.to === '/inbox' && <Unread />}
    </NavLink>
  ));
}

export function Brand() {
  return (
    <Link to="/" className="shell-brand">
      <img src="/mark.svg" alt="" width={26} height={26} />
      <span>{appText.product}</span>
    </Link>
  );
}

function NavigationDrawer({ items }: { items: NavigationItem[] }) {
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <Button
        className="shell-menu-button"
        icon={<MenuOutlined />}
        aria-label={appText.menu}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={260} title={appText.menu}>
        <nav className="drawer-nav" aria-label={appText.mainNavigation}>
          <Links items={items} />
        </nav>
      </Drawer>
    </>
  );
}

export function Shell() {
  const session = useSession();
  const membership = useMembership();
  const items = navigationFor(session);
  useInboxStream(membership?.id);
  return (
    <>
      <a className="skip-link" href="#main">
        {appText.skip}
      </a>
      <header className="shell-head">
        <NavigationDrawer items={items} />
        <Brand />
        <nav className="shell-nav" aria-label={appText.mainNavigation}>
          <Links items={items.filter(({ seldom }) => !seldom)} />
          <SeldomMenu items={items.filter(({ seldom }) => seldom)} />
        </nav>
        <div className="shell-side">
          <span className="shell-today">{appText.today(formatDate(session.today))}</span>
          <UserMenu session={session} membership={membership} />
        </div>
      </header>
      {session.account.administrator && <SchedulerBanner />}
      <Banners exerciseDate={session.exerciseDate} demo={session.demo} />
      {session.account.administrator && <CalendarWarning />}
      <HoldBanner />
      <main id="main" className="shell-main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
