import { useMutation } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { decideHolds } from '../../api/notifications.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { outboxText } from '../../text/outbox.js';

export interface Selection {
  readonly ids: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}

/** Send or drop the held messages that were ticked. */
export function DecideBar({ cid, selection: { ids, choose } }: { cid: string; selection: Selection }) {
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const decide = useMutation({
    mutationFn: (decision: 'send' | 'drop') => decideHolds(cid, { decision, ids: [...ids] }),
    onSuccess: ({ rows }) => {
      void message.success(outboxText.decided(rows.filter((row) => row.done).length, rows.length));
      choose([]);
      void refresh(cid);
    },
  });
  const idle = ids.length === 0 || decide.isPending;
  return (
    <>
      <div className="row">
        <Button type="primary" disabled={idle} onClick={() => decide.mutate('send')}>
          {outboxText.sendSelected(ids.length)}
        </Button>
        <Popconfirm title={outboxText.dropConfirm} disabled={idle} onConfirm={() => decide.mutate('drop')}>
          <Button danger disabled={idle}>
            {outboxText.dropSelected(ids.length)}
          </Button>
        </Popconfirm>
      </div>
      {decide.error !== null && <ProblemAlert error={decide.error} />}
    </>
  );
}
