import { App, Form, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { deactivateAccount } from '../../api/accounts.js';
import type { AccountRow } from '../../api/types.js';
import { matchesLabel } from '../../parts/match-label.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { accountsText } from '../../text/accounts.js';
import { appText } from '../../text/app.js';
import { useAccountChange, useAccounts, useRefreshAccounts } from './accounts.queries.js';
import { withDetail } from '../../text/wording.js';

/** People of the same unit and campaign who can take over. */
function candidates(account: AccountRow, all: readonly AccountRow[]): AccountRow[] {
  const from = account.membership;
  return all.filter(
    (one) =>
      one.active &&
      one.id !== account.id &&
      from !== null &&
      one.membership?.campaignId === from.campaignId &&
      one.membership.unit?.id === from.unit?.id,
  );
}

export function DeactivateDialog({ account, onClose }: { account: AccountRow; onClose: () => void }) {
  const [handOverTo, setHandOverTo] = useState<string>();
  const selectId = useId();
  const { message } = App.useApp();
  const everyone = useAccounts('');
  const refresh = useRefreshAccounts();
  const stop = useAccountChange(() =>
    deactivateAccount(account.id, {
      version: account.version,
      ...(handOverTo === undefined ? {} : { handOverTo }),
    }),
  );
  const confirm = () =>
    stop.mutate(undefined, {
      onSuccess: () => {
        void message.success(accountsText.deactivated);
        onClose();
      },
    });
  const loadLatest = () => {
    stop.reset();
    void refresh();
  };
  return (
    <Modal
      open
      title={accountsText.deactivateTitle(account.name)}
      okText={appText.ok}
      cancelText={appText.cancel}
      okButtonProps={{ danger: true }}
      confirmLoading={stop.isPending}
      onOk={confirm}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">{accountsText.deactivateHint}</p>
        {account.membership?.unit !== null && account.membership !== null && (
          <Form layout="vertical" component="div">
            <Form.Item label={accountsText.handOver} htmlFor={selectId} extra={accountsText.handOverHelp}>
              <Select
                id={selectId}
                allowClear
                showSearch={{ filterOption: matchesLabel }}
                value={handOverTo}
                options={candidates(account, everyone.data?.items ?? []).map((one) => ({
                  value: one.id,
                  label: withDetail(one.name, one.login),
                }))}
                onChange={setHandOverTo}
              />
            </Form.Item>
          </Form>
        )}
        {stop.error !== null && <ProblemAlert error={stop.error} onLoadLatest={loadLatest} />}
      </div>
    </Modal>
  );
}
