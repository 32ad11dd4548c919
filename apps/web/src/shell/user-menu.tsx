import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { signOut } from '../api/session.js';
import type { SessionCampaign, SessionView } from '../api/types.js';
import { appText } from '../text/app.js';
import { roleText } from '../text/states.js';
import { sessionKey } from '../api/query-client.js';
import { withDetail } from '../text/wording.js';

export function UserMenu({
  session,
  membership,
}: {
  session: SessionView;
  membership: SessionCampaign | null;
}) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      queryClient.clear();
      queryClient.setQueryData(sessionKey, null);
      void navigate('/sign-in');
    },
  });
  const role = membership === null ? appText.administrator : roleText[membership.role];
  const words = [membership?.unit?.shortName, role].filter(
    (text) => text !== undefined && text !== session.account.name,
  );
  const place = [...new Set(words)].join(' · ');
  const items = [
    {
      key: 'who',
      disabled: true,
      label: `${withDetail(session.account.name, session.account.login)} ${place}`,
    },
    { key: 'password', label: appText.changePassword },
    { key: 'leave', label: appText.signOut },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          if (key === 'password') void navigate('/password');
          if (key === 'leave') leave.mutate();
        },
      }}
    >
      <Button type="text" loading={leave.isPending} icon={<UserOutlined />}>
        <span>
          <span className="visually-hidden">{appText.account} </span>
          {session.account.name}
          <span className="shell-user-detail muted">{place === '' ? '' : ` · ${place}`}</span>
        </span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
