import { useMutation } from '@tanstack/react-query';
import { WarningOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { restoreMailbox, switchSending } from '../../api/notifications.js';
import type { HoldsView } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { outboxText } from '../../text/outbox.js';

function SendingSwitch({ stopped, onSwitch }: { stopped: boolean; onSwitch: (off: boolean) => void }) {
  return (
    <Popconfirm
      title={stopped ? outboxText.releaseConfirm : outboxText.stopConfirm}
      onConfirm={() => onSwitch(!stopped)}
    >
      <Button size="small" type={stopped ? 'primary' : 'default'}>
        {stopped ? outboxText.release : outboxText.stopNow}
      </Button>
    </Popconfirm>
  );
}

/** What is held back and why, with the switch of all sending; a unit's head sees the mailboxes of the unit. */
export function HoldsPanel({ cid, holds }: { cid: string; holds: HoldsView }) {
  const refresh = useRefreshCampaign();
  const onSuccess = () => void refresh(cid);
  const sending = useMutation({ mutationFn: (off: boolean) => switchSending(cid, off), onSuccess });
  const restore = useMutation({
    mutationFn: (accountId: string) => restoreMailbox(cid, accountId),
    onSuccess,
  });
  if (!holds.mayDecide && holds.suspended.length === 0) return null;
  const error = sending.error ?? restore.error;
  return (
    <Panel
      title={outboxText.holds}
      extra={
        holds.mayDecide && (
          <SendingSwitch stopped={holds.stop !== null} onSwitch={(off) => sending.mutate(off)} />
        )
      }
    >
      <div className="holds-panel">
        {holds.stop !== null && <p>{outboxText.stop(holds.stop)}</p>}
        {holds.mayDecide && <p className="muted">{outboxText.peopleLimit(holds.peopleLimit)}</p>}
        {holds.unreadableRobots > 0 && (
          <div className="row">
            <span className="message-dead">
              <WarningOutlined aria-hidden /> {outboxText.unreadableRobots(holds.unreadableRobots)}
            </span>
            <Link to="/robots">{outboxText.fillRobots}</Link>
          </div>
        )}
        {holds.held.map(({ reason, messages, people }) => (
          <div key={reason} className="row">
            <span>{outboxText.heldLine(reason, messages, people)}</span>
            <Link to={`/outbox?status=held&reason=${reason}`}>{outboxText.heldShow}</Link>
          </div>
        ))}
        {holds.suspended.map(({ accountId, name, unitName, address, lastError }) => (
          <div key={accountId} className="row">
            <span title={lastError}>{outboxText.suspendedLine(name, unitName, address)}</span>
            <Button size="small" loading={restore.isPending} onClick={() => restore.mutate(accountId)}>
              {outboxText.restore}
            </Button>
          </div>
        ))}
        {error !== null && <ProblemAlert error={error} />}
      </div>
    </Panel>
  );
}
