import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { entryEvidenceUrl, uploadEntryEvidence, voidEntryEvidence } from '../../api/ledgers.js';
import type { LedgerEntryView, LedgerEvidenceRow } from '../../api/types.js';
import { EvidenceDrop } from '../../parts/evidence-drop.js';
import { Nothing } from '../../parts/empty.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { formatInstant } from '../../text/dates.js';
import { fileSize } from '../../text/file-size.js';
import { entryText } from '../../text/ledgers.js';
import { evidenceKindText } from '../../text/states.js';
import { listOf } from '../../text/wording.js';

interface Props {
  cid: string;
  entry: LedgerEntryView;
}

function statusOf({ voidedAt, voidReason, applicationNo }: LedgerEvidenceRow): string {
  if (voidedAt !== null) return entryText.voided(voidReason ?? '');
  return applicationNo === null ? entryText.draft : entryText.application(applicationNo);
}

function VoidDialog({ cid, entry, file, onClose }: Props & { file: LedgerEvidenceRow; onClose: () => void }) {
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const voiding = useMutation({
    mutationFn: () => voidEntryEvidence(cid, entry.id, file.id, reason.trim()),
    onSuccess: async () => {
      void message.success(entryText.voidDone);
      await refresh(cid);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={entryText.voidTitle}
      okText={entryText.void}
      cancelText={appText.cancel}
      confirmLoading={voiding.isPending}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => voiding.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{file.fileName}</p>
        {voiding.error !== null && <ProblemAlert error={voiding.error} />}
        <Form layout="vertical" component="div">
          <Form.Item label={entryText.voidReason} htmlFor={reasonId} required extra={entryText.voidHint}>
            <Input
              id={reasonId}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}

function FileItem({ cid, entry, file }: Props & { file: LedgerEvidenceRow }) {
  const [voiding, setVoiding] = useState(false);
  return (
    <li className={`file ${file.voidedAt === null ? '' : 'file-voided'}`}>
      <div className="file-name">
        <span className="mark">{evidenceKindText[file.kind]}</span> {file.fileName}
      </div>
      <div className="row file-links">
        <a
          href={entryEvidenceUrl(cid, entry.id, file.id)}
          download
          aria-label={entryText.downloadLabel(file.fileName)}
        >
          {entryText.download}
        </a>
        {file.canVoid && (
          <Button
            type="link"
            size="small"
            danger
            aria-label={entryText.voidLabel(file.fileName)}
            onClick={() => setVoiding(true)}
          >
            {entryText.void}
          </Button>
        )}
      </div>
      <div className="muted file-detail">
        <span className="mark">{statusOf(file)}</span> {fileSize(file.size)} · {file.uploadedBy.name} ·{' '}
        {formatInstant(file.uploadedAt)}
      </div>
      {voiding && <VoidDialog cid={cid} entry={entry} file={file} onClose={() => setVoiding(false)} />}
    </li>
  );
}

export function EntryEvidence({ cid, entry }: Props) {
  const mayUpload = entry.offers.includes('upload');
  return (
    <div className="stack">
      {entry.evidence.length === 0 && (
        <Nothing text={entryText.evidenceNone} next={mayUpload ? entryText.evidenceNext : undefined} />
      )}
      {entry.evidence.length > 0 && (
        <ul className="files">
          {entry.evidence.map((file) => (
            <FileItem key={file.id} cid={cid} entry={entry} file={file} />
          ))}
        </ul>
      )}
      {mayUpload && entry.missingEvidence.length > 0 && (
        <p className="missing">
          {entryText.missing(listOf(entry.missingEvidence.map((kind) => evidenceKindText[kind])))}
        </p>
      )}
      {mayUpload && (
        <EvidenceDrop
          cid={cid}
          suggested={entry.missingEvidence[0]}
          send={(kind, file, onProgress) => uploadEntryEvidence(cid, entry.id, kind, file, onProgress)}
        />
      )}
    </div>
  );
}
