import { useMutation } from '@tanstack/react-query';
import { Alert, App, DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { applyClosing } from '../../api/ledgers.js';
import type { LedgerEntryView } from '../../api/types.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign, useSession } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { entryText, offerText } from '../../text/ledgers.js';
import { evidenceKindText } from '../../text/states.js';
import { listOf } from '../../text/wording.js';

interface Values {
  note: string;
  ground: 'solved' | 'gone';
  achievedOn: Dayjs;
}

interface Props {
  cid: string;
  entry: LedgerEntryView;
  onClose: () => void;
}

function Missing({ entry }: { entry: LedgerEntryView }) {
  const kinds = listOf(entry.missingEvidence.map((kind) => evidenceKindText[kind]));
  return (
    <>
      {kinds !== '' && <Alert type="warning" showIcon title={entryText.missingEvidence(kinds)} />}
      {entry.conditionFault !== null && (
        <Alert type="warning" showIcon title={entryText.conditionFault(entry.conditionFault)} />
      )}
    </>
  );
}

/** Asks to close: today and 已解决 are filled in, so that a note is all that is left to write. */
export function ApplyDialog({ cid, entry, onClose }: Props) {
  const { today } = useSession();
  const [form] = Form.useForm<Values>();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const applying = useMutation({
    mutationFn: ({ note, ground, achievedOn }: Values) =>
      applyClosing(cid, entry.id, {
        version: entry.version,
        note: note.trim(),
        ground,
        achievedOn: achievedOn.format('YYYY-MM-DD'),
      }),
    onSuccess: async () => {
      void message.success(entryText.done);
      await refresh(cid);
      onClose();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const loadLatest = () => {
    applying.reset();
    void refresh(cid);
  };
  return (
    <Modal
      open
      title={offerText.apply}
      okText={offerText.apply}
      cancelText={appText.cancel}
      confirmLoading={applying.isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <p className="muted">{entryText.applyHint}</p>
        <Missing entry={entry} />
        {applying.error !== null && <ProblemAlert error={applying.error} onLoadLatest={loadLatest} />}
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={{ ground: 'solved', achievedOn: dayjs(today) }}
          onFinish={(values) => applying.mutate(values)}
        >
          <Form.Item
            name="note"
            label={entryText.applyNote}
            extra={entryText.privacy}
            rules={[
              { required: true, whitespace: true, message: entryText.noteRequired(entryText.applyNote) },
            ]}
          >
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
          <Form.Item name="ground" label={entryText.ground_}>
            <Radio.Group
              options={(['solved', 'gone'] as const)
                .filter(
                  (value) =>
                    value === 'solved' || entry.dataOutcome === 'gone' || !entry.kindView.judgedByData,
                )
                .map((value) => ({ value, label: entryText.ground[value] }))}
            />
          </Form.Item>
          <Form.Item
            name="achievedOn"
            label={entryText.achievedOn}
            rules={[{ required: true, message: entryText.achievedNeeded }]}
          >
            <DatePicker maxDate={dayjs(today)} />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
