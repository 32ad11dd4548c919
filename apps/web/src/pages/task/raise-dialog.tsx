import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { raiseTask } from '../../api/ladder.js';
import type { TaskView } from '../../api/types.js';
import { useLadder } from '../../parts/ladder.queries.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { ladderText } from '../../text/ladder.js';

/** A person raises the task, only upwards and with a reason. */
export function RaiseDialog({ cid, task, onClose }: { cid: string; task: TaskView; onClose: () => void }) {
  const ids = { rung: useId(), reason: useId() };
  const ladder = useLadder(cid);
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const [rung, setRung] = useState<number>();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const raise = useMutation({ mutationFn: raiseTask.bind(null, cid, task.id) });
  const present = task.rung?.rung ?? 0;
  const higher = (ladder.data?.active?.rungs ?? []).flatMap(({ name }, index) =>
    index + 1 > present ? [{ value: index + 1, label: name }] : [],
  );
  const missing = rung === undefined || reason.trim() === '';
  const confirm = () => {
    setAsked(true);
    if (rung === undefined || missing || raise.isPending) return;
    raise.mutate(
      { rung, reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(ladderText.raised);
          void refresh(cid);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={ladderText.raiseTitle}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={raise.isPending}
      onOk={confirm}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <p className="dialog-task">
          {task.number} {task.title}
        </p>
        <p className="muted dialog-hint">
          {ladder.data?.active === null ? ladderText.resting : ladderText.raiseHint}
        </p>
        {raise.error !== null && <ProblemAlert error={raise.error} />}
        <Form layout="vertical" component="div">
          <Form.Item label={ladderText.raiseTo} htmlFor={ids.rung} required>
            <Select
              id={ids.rung}
              value={rung}
              options={higher}
              notFoundContent={ladderText.raiseTop}
              onChange={setRung}
            />
          </Form.Item>
          <Form.Item
            label={ladderText.raiseReason}
            htmlFor={ids.reason}
            required
            validateStatus={asked && missing ? 'error' : ''}
            help={asked && missing ? ladderText.raiseReasonRequired : undefined}
          >
            <Input.TextArea
              id={ids.reason}
              rows={3}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
