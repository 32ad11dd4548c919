import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { Link, useLocation } from 'react-router';
import { navText } from '../text/app.js';
import type { NavigationItem } from './navigation.js';

/** What is not needed every day, one click further away. */
export function SeldomMenu({ items }: { items: readonly NavigationItem[] }) {
  const { pathname } = useLocation();
  if (items.length === 0) return null;
  const current = items.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: current === undefined ? [] : [current.to],
        items: items.map(({ to, label }) => ({ key: to, label: <Link to={to}>{label}</Link> })),
      }}
    >
      <Button type="text" className="shell-more" data-current={current !== undefined}>
        {current?.label ?? navText.more} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
