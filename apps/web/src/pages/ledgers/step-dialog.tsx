import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { type NotedStep, takeEntryStep } from '../../api/ledgers.js';
import type { LedgerEntryView } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useDraft } from '../../parts/use-draft.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { entryText, stepText } from '../../text/ledgers.js';

interface Props {
  cid: string;
  entry: LedgerEntryView;
  step: NotedStep;
  onClose: () => void;
}

/** A step that is a note and nothing else. A refusal keeps the note. */
export function StepDialog({ cid, entry, step, onClose }: Props) {
  const words = stepText[step];
  const noteId = useId();
  const [note, setNote, clearNote] = useDraft(`ledger.${entry.id}.${step}`);
  const [asked, setAsked] = useState(false);
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const taking = useMutation({
    mutationFn: () => takeEntryStep(cid, entry.id, step, { version: entry.version, note: note.trim() }),
    onSuccess: async () => {
      clearNote();
      void message.success(entryText.done);
      await refresh(cid);
      onClose();
    },
  });
  const missing = words.required && note.trim() === '';
  const confirm = () => {
    setAsked(true);
    if (!missing && !taking.isPending) taking.mutate();
  };
  const loadLatest = () => {
    taking.reset();
    void refresh(cid);
  };
  return (
    <Modal
      open
      title={words.title}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={taking.isPending}
      onOk={confirm}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <p className="muted">{words.hint}</p>
        {taking.error !== null && <ProblemAlert error={taking.error} onLoadLatest={loadLatest} />}
        <Form layout="vertical" component="div">
          <Form.Item
            label={words.note}
            htmlFor={noteId}
            required={words.required}
            validateStatus={asked && missing ? 'error' : ''}
            help={asked && missing ? entryText.noteRequired(words.note) : entryText.privacy}
          >
            <Input.TextArea
              id={noteId}
              rows={4}
              maxLength={2000}
              value={note}
              aria-required={words.required}
              onChange={(event) => setNote(event.target.value)}
            />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
