import { Alert, App, Checkbox, DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import type { TaskView } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useDraft } from '../../parts/use-draft.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { evidenceKindText } from '../../text/states.js';
import { actionDialogText, actionText } from '../../text/task.js';
import { dataCheckText } from '../../text/gaps.js';
import { DataCheckView } from './data-check-view.js';
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
  const contradicted = action === 'close' && task.dataCheck?.state === 'contradicts';
  const [acknowledged, setAcknowledged] = useState(false);
  const noteRequired = words.noteRequired || contradicted;
  const missing = noteRequired && note.trim() === '';
  const gone = !task.allowedActions.includes(action) && !step.isPending;

  const confirm = () => {
    setAsked(true);
    if (missing || step.isPending || gone || (contradicted && !acknowledged)) return;
    const body = {
      version: task.version,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(contradicted ? { acknowledgeContradiction: acknowledged } : {}),
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
        {action === 'close' && task.dataCheck !== null && <DataCheckView check={task.dataCheck} />}
        {gone && <Alert type="warning" showIcon title={actionDialogText.gone} />}
        {step.error !== null && <ProblemAlert error={step.error} onLoadLatest={loadLatest} />}
        <Form layout="vertical" component="div">
          {contradicted && (
            <Form.Item
              validateStatus={asked && !acknowledged ? 'error' : ''}
              help={asked && !acknowledged ? dataCheckText.acknowledgeRequired : undefined}
            >
              <Checkbox checked={acknowledged} onChange={({ target }) => setAcknowledged(target.checked)}>
                {dataCheckText.acknowledge}
              </Checkbox>
            </Form.Item>
          )}
          {action === 'reopen' && (
            <Form.Item label={actionDialogText.newDue} htmlFor={dueId}>
              <DatePicker id={dueId} value={dueOn} onChange={setDueOn} />
            </Form.Item>
          )}
          <Form.Item
            className="dialog-note"
            label={contradicted ? dataCheckText.reason : words.noteLabel}
            htmlFor={noteId}
            required={noteRequired}
            validateStatus={asked && missing ? 'error' : ''}
            help={
              asked && missing
                ? actionDialogText.noteRequired(contradicted ? dataCheckText.reason : words.noteLabel)
                : actionDialogText.keepDraft
            }
          >
            <Input.TextArea
              id={noteId}
              rows={4}
              maxLength={2000}
              value={note}
              aria-required={noteRequired}
              onChange={(event) => setNote(event.target.value)}
            />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
