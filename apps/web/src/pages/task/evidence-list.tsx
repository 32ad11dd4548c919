import { App, Button, Popconfirm, Tooltip } from 'antd';
import { evidenceUrl } from '../../api/tasks.js';
import type { EvidenceRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { fileSize } from '../../text/file-size.js';
import { appText } from '../../text/app.js';
import { formatInstant } from '../../text/dates.js';
import { evidenceKindText } from '../../text/states.js';
import { taskText } from '../../text/task.js';
import { useDeleteEvidence } from './task.queries.js';

interface Props {
  cid: string;
  taskId: string;
  evidence: readonly EvidenceRow[];
  mayUpload: boolean;
}

function FileLinks({ cid, taskId, file }: { cid: string; taskId: string; file: EvidenceRow }) {
  return (
    <>
      {file.inline && (
        <a
          href={evidenceUrl(cid, taskId, file.id, true)}
          target="_blank"
          rel="noreferrer"
          aria-label={taskText.viewLabel(file.fileName)}
        >
          {taskText.view}
        </a>
      )}
      <a href={evidenceUrl(cid, taskId, file.id)} download aria-label={taskText.downloadLabel(file.fileName)}>
        {taskText.download}
      </a>
    </>
  );
}

export function EvidenceList({ cid, taskId, evidence, mayUpload }: Props) {
  const remove = useDeleteEvidence(cid, taskId);
  const { message } = App.useApp();
  if (evidence.length === 0)
    return <Nothing text={taskText.evidenceNone} next={mayUpload ? taskText.evidenceNext : undefined} />;
  return (
    <>
      {remove.error !== null && <ProblemAlert error={remove.error} />}
      <ul className="files">
        {evidence.map((file) => (
          <li key={file.id} className={`file file-${file.status}`}>
            <div className="file-name">
              <span className="mark">{evidenceKindText[file.kind]}</span> {file.fileName}
            </div>
            <div className="row file-links">
              <FileLinks cid={cid} taskId={taskId} file={file} />
              {file.canDelete && (
                <Popconfirm
                  title={taskText.removeConfirm(file.fileName)}
                  okText={appText.ok}
                  cancelText={appText.cancel}
                  onConfirm={() =>
                    remove.mutateAsync(file.id).then(
                      () => message.success(taskText.removed),
                      () => undefined,
                    )
                  }
                >
                  <Button type="link" size="small" danger aria-label={taskText.removeLabel(file.fileName)}>
                    {taskText.remove}
                  </Button>
                </Popconfirm>
              )}
            </div>
            <div className="muted file-detail">
              <Tooltip title={taskText.evidenceStatusHint[file.status]}>
                <span className="mark" tabIndex={0}>
                  {taskText.evidenceStatus[file.status]}
                </span>
              </Tooltip>{' '}
              {file.submissionNo !== null && `${taskText.submission(file.submissionNo)} · `}
              {fileSize(file.size)} · {file.unit.shortName} {file.uploadedBy.name} ·{' '}
              {formatInstant(file.uploadedAt)}
              <details className="fingerprint">
                <summary>{taskText.fingerprint}</summary>
                <code>{file.sha256}</code>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
