import { Alert, App, DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import type { TaskView } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useDraft } from '../../parts/use-draft.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { evidenceKindText } from '../../text/states.js';
import { actionDialogText, actionText } from '../../text/task.js';
import { useStep, type StepAction } from './task.queries.js';
import { listOf } from '../../text/wording.js';

interface Props {
  cid: string;
  task: TaskView;
  action: StepAction;
  onClose: () => void;
}

function SubmitWarnings({ task }: { task: TaskView }) {
  if (task.evidence.every((file) => file.status === 'voided')) {
    return <Alert type="warning" showIcon title={actionDialogText.noEvidence} />;
  }
  if (task.missingEvidenceKinds.length === 0) return null;
  const kinds = listOf(task.missingEvidenceKinds.map((kind) => evidenceKindText[kind]));
  return <Alert type="warning" showIcon title={actionDialogText.missingEvidence(kinds)} />;
}

/** One step with its note. A refusal keeps the note; a stale task can be loaded anew without closing. */
export function ActionDialog({ cid, task, action, onClose }: Props) {
  const words = actionText[action];
  const noteId = useId();
  const dueId = useId();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const [note, setNote, clearNote] = useDraft(`${task.id}.${action}`);
  const [dueOn, setDueOn] = useState<Dayjs | null>(null);
  const [asked, setAsked] = useState(false);
  const step = useStep(cid, task.id, action);
  const missing = words.noteRequired && note.trim() === '';
  const gone = !task.allowedActions.includes(action) && !step.isPending;

  const confirm = () => {
    setAsked(true);
    if (missing || step.isPending || gone) return;
    const body = {
      version: task.version,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(action === 'reopen' && dueOn !== null ? { dueOn: dueOn.format('YYYY-MM-DD') } : {}),
    };
    step.mutate(body, {
      onSuccess: () => {
        clearNote();
        void message.success(words.done);
        onClose();
      },
    });
  };
  const loadLatest = () => {
    step.reset();
    void refresh(cid);
  };

  return (
    <Modal
      open
      title={words.title}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={step.isPending}
      okButtonProps={{ disabled: gone }}
      onOk={confirm}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <p className="dialog-task">
          {task.number} {task.title}
        </p>
        <p className="muted dialog-hint">{words.hint}</p>
        {action === 'submit' && <SubmitWarnings task={task} />}
        {gone && <Alert type="warning" showIcon title={actionDialogText.gone} />}
        {step.error !== null && <ProblemAlert error={step.error} onLoadLatest={loadLatest} />}
        <Form layout="vertical" component="div">
          {action === 'reopen' && (
            <Form.Item label={actionDialogText.newDue} htmlFor={dueId}>
              <DatePicker id={dueId} value={dueOn} onChange={setDueOn} />
            </Form.Item>
          )}
          <Form.Item
            className="dialog-note"
            label={words.noteLabel}
            htmlFor={noteId}
            required={words.noteRequired}
            validateStatus={asked && missing ? 'error' : ''}
            help={
              asked && missing ? actionDialogText.noteRequired(words.noteLabel) : actionDialogText.keepDraft
            }
          >
            <Input.TextArea
              id={noteId}
              rows={4}
              maxLength={2000}
              value={note}
              aria-required={words.noteRequired}
              onChange={(event) => setNote(event.target.value)}
            />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
