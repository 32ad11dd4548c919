import { CameraOutlined, InboxOutlined } from '@ant-design/icons';
import { App, Button, Progress, Select, Upload } from 'antd';
import { useId, useState } from 'react';
import type { EvidenceKind } from '../api/types.js';
import { ProblemAlert } from './problem-alert.js';
import { evidenceKindText } from '../text/states.js';
import { taskText } from '../text/task.js';
import { type RunningUpload, type SendFile, useUploads } from './use-uploads.js';

const kinds = Object.keys(evidenceKindText) as EvidenceKind[];

function UploadRow({
  upload,
  onAgain,
  onDrop,
}: {
  upload: RunningUpload;
  onAgain: () => void;
  onDrop: () => void;
}) {
  if (upload.error === null) {
    return (
      <li>
        <div role="status">{taskText.uploading(upload.file.name, upload.percent)}</div>
        <Progress percent={upload.percent} size="small" showInfo={false} aria-hidden />
      </li>
    );
  }
  return (
    <li className="stack">
      <strong>{taskText.uploadFailed(upload.file.name)}</strong>
      <ProblemAlert error={upload.error} />
      <div className="row">
        <Button size="small" onClick={onAgain}>
          {taskText.uploadAgain}
        </Button>
        <Button size="small" onClick={onDrop}>
          {taskText.uploadDrop}
        </Button>
      </div>
    </li>
  );
}

interface Props {
  cid: string;
  /** The kind that is asked for first. */
  suggested: EvidenceKind | undefined;
  send: SendFile;
}

/** Drop, choose or photograph; each file goes up at once and stays a draft until what it belongs to is submitted. */
export function EvidenceDrop({ cid, suggested, send }: Props) {
  const kindId = useId();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<EvidenceKind | null>(null);
  const kind = chosen ?? suggested ?? 'document';
  const { uploads, start, again, drop } = useUploads(cid, send, (name) => {
    void message.success(taskText.uploaded(name));
  });
  const take = (file: File) => {
    start(kind, file);
    return Upload.LIST_IGNORE;
  };
  return (
    <div className="stack upload no-print">
      <div className="row">
        <label htmlFor={kindId}>{taskText.evidenceKind}</label>
        <Select
          id={kindId}
          className="upload-kind"
          value={kind}
          options={kinds.map((value) => ({ value, label: evidenceKindText[value] }))}
          onChange={setChosen}
        />
        <Upload accept="image/*" capture="environment" showUploadList={false} beforeUpload={take}>
          <Button icon={<CameraOutlined />}>{taskText.camera}</Button>
        </Upload>
      </div>
      <Upload.Dragger multiple showUploadList={false} beforeUpload={take}>
        <div className="upload-drop">
          <InboxOutlined aria-hidden />
          <strong>{taskText.upload}</strong>
          <span className="muted">{taskText.uploadHint}</span>
        </div>
      </Upload.Dragger>
      {uploads.length > 0 && (
        <ul className="uploads">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onAgain={() => again(upload)}
              onDrop={() => drop(upload.key)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
