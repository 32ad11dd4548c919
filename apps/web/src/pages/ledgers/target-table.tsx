import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { setLedgerTarget } from '../../api/ledgers.js';
import type { LedgerTargetRow, SessionCampaign } from '../../api/types.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign, useSession } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { ledgersText, openEntryText } from '../../text/ledgers.js';
import '../indicators/indicators.css';

interface Values {
  year: number;
  quantity: number;
  basis: string;
}

interface Props {
  campaign: SessionCampaign;
  kind: string;
}

function TargetDialog({ campaign, kind, onClose }: Props & { onClose: () => void }) {
  const { today } = useSession();
  const [form] = Form.useForm<Values>();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const saving = useMutation({
    mutationFn: ({ year, ...body }: Values) => setLedgerTarget(campaign.id, kind, year, body),
    onSuccess: async () => {
      void message.success(ledgersText.targetSaved);
      await refresh(campaign.id);
      onClose();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const needed = (name: string) => [{ required: true, message: openEntryText.needed(name) }];
  return (
    <Modal
      open
      title={ledgersText.setTarget}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={saving.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <div className="stack">
        {saving.error !== null && <ProblemAlert error={saving.error} />}
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={{ year: Number(today.slice(0, 4)) }}
          onFinish={(values) => saving.mutate(values)}
        >
          <Form.Item name="year" label={ledgersText.year} rules={needed(ledgersText.year)}>
            <InputNumber min={2000} max={2100} precision={0} />
          </Form.Item>
          <Form.Item
            name="quantity"
            label={ledgersText.targetQuantity}
            rules={needed(ledgersText.targetQuantity)}
          >
            <InputNumber min={0} max={1_000_000} precision={0} />
          </Form.Item>
          <Form.Item name="basis" label={ledgersText.targetBasis} rules={needed(ledgersText.targetBasis)}>
            <Input maxLength={500} />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}

/** What was to be closed in each year against what was. */
export function TargetTable({ campaign, kind, targets }: Props & { targets: readonly LedgerTargetRow[] }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="stack">
      <div className="row">
        <h3>{ledgersText.targetTitle}</h3>
        {campaign.role === 'government_office' && (
          <Button size="small" onClick={() => setOpen(true)}>
            {ledgersText.setTarget}
          </Button>
        )}
      </div>
      {targets.length === 0 && <p className="muted">{ledgersText.noTargets}</p>}
      {targets.length > 0 && (
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{ledgersText.year}</th>
              <th scope="col">{ledgersText.target}</th>
              <th scope="col">{ledgersText.actual}</th>
              <th scope="col">{ledgersText.basis}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map((row) => (
              <tr key={row.year}>
                <td data-label={ledgersText.year}>{ledgersText.yearName(row.year)}</td>
                <td data-label={ledgersText.target}>{row.target ?? ledgersText.noTarget}</td>
                <td data-label={ledgersText.actual}>{row.closed}</td>
                <td data-label={ledgersText.basis}>{row.basis ?? appText.dash}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && <TargetDialog campaign={campaign} kind={kind} onClose={() => setOpen(false)} />}
    </div>
  );
}
