import { DownloadOutlined } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { confirmImport, errorWorkbookUrl } from '../../api/indicators.js';
import type { ImportPreview, SchoolTable } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { formatDateShort } from '../../text/dates.js';
import { importText } from '../../text/imports.js';
import { indicatorsText } from '../../text/indicators.js';
import { labelled, listOf, withDetail } from '../../text/wording.js';
import { FaultTable } from './fault-table.js';
import { boardUrl } from './use-address.js';

interface Props {
  cid: string;
  preview: ImportPreview;
  onDone: () => void;
}

type CountField = keyof typeof importText.counts;
const countFields = Object.keys(importText.counts) as CountField[];

function Counts({ preview }: { preview: ImportPreview }) {
  return (
    <dl className="import-counts">
      {countFields.map((field) => (
        <div key={field} className={field === 'rejected' && preview.rejected > 0 ? 'import-bad' : undefined}>
          <dt>{importText.counts[field]}</dt>
          <dd>{importText.rows(preview[field])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each table with refused rows has a workbook of its own to correct. */
function rejectedTables({ rejected, classRowsRejected }: ImportPreview): SchoolTable[] {
  return [
    ...(rejected > classRowsRejected ? (['schools'] as const) : []),
    ...(classRowsRejected > 0 ? (['classes'] as const) : []),
  ];
}

function Errors({ cid, preview }: Pick<Props, 'cid' | 'preview'>) {
  if (preview.errors.length === 0) return <p className="import-fine">{importText.noErrors}</p>;
  return (
    <div className="stack">
      <div className="row">
        <h3>{withDetail(importText.errors, importText.errorCount(preview.errorCount))}</h3>
        {rejectedTables(preview).map((table) => (
          <Button
            key={table}
            icon={<DownloadOutlined />}
            href={errorWorkbookUrl(cid, preview.id, table)}
            download
          >
            {importText.errorWorkbook[table]}
          </Button>
        ))}
        <span className="muted">{importText.errorAdvice}</span>
      </div>
      {preview.truncated && <p className="muted">{importText.truncated(preview.errors.length)}</p>}
      <FaultTable faults={preview.errors} label={importText.errors} />
    </div>
  );
}

function Remarks({ preview }: { preview: ImportPreview }) {
  return (
    <>
      {preview.questions.length > 0 && (
        <div className="stack">
          <div className="row">
            <h3>{withDetail(importText.questions, importText.errorCount(preview.questions.length))}</h3>
            <span className="muted">{importText.questionsAdvice}</span>
          </div>
          <FaultTable faults={preview.questions} label={importText.questions} />
        </div>
      )}
      {preview.unknownColumns.length > 0 && (
        <p>{labelled(importText.unknownColumns, listOf(preview.unknownColumns))}</p>
      )}
      {preview.notes.length > 0 && <p>{labelled(importText.notes, preview.notes.join(''))}</p>}
    </>
  );
}

function useConfirm({ cid, preview, onDone }: Props) {
  const { message } = App.useApp();
  const refresh = useRefreshCampaign();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (goodRowsOnly: boolean) => confirmImport(cid, preview.id, goodRowsOnly),
    onSuccess: async (result) => {
      void message.success(
        result.alreadyImported ? importText.already : importText.done(result.added, result.skipped),
      );
      onDone();
      await refresh(cid);
      void navigate(boardUrl({ dataSetId: result.dataSet.id }));
    },
  });
}

function Decision(props: Props) {
  const { preview, onDone } = props;
  const { modal } = App.useApp();
  const confirm = useConfirm(props);
  const takeGood = () =>
    void modal.confirm({
      title: importText.confirmGoodTitle(preview.rejected),
      okText: importText.confirmGood(preview.accepted),
      onOk: () => confirm.mutate(true),
    });
  return (
    <>
      {confirm.error !== null && <ProblemAlert error={confirm.error} />}
      <div className="row">
        {preview.confirmable && (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate(false)}>
            {importText.confirmAll(preview.accepted)}
          </Button>
        )}
        {!preview.confirmable && preview.duplicateOf === null && preview.accepted > 0 && (
          <Button loading={confirm.isPending} onClick={takeGood}>
            {importText.confirmGood(preview.accepted)}
          </Button>
        )}
        {preview.accepted === 0 && <span>{importText.nothing}</span>}
        <Button type="text" onClick={onDone}>
          {importText.drop}
        </Button>
      </div>
    </>
  );
}

/** What the file would become: counts, every error and question, and then the choice. */
export function ImportPreviewPanel(props: Props) {
  const { cid, preview } = props;
  return (
    <Panel
      title={importText.previewOf(preview.fileName)}
      extra={
        <span className="muted">
          {indicatorsText.dataSetName(preview.schoolYear, preview.kind, formatDateShort(preview.asOf))}
        </span>
      }
    >
      <div className="stack">
        <Counts preview={preview} />
        {preview.classRows > 0 && <p>{importText.classRows(preview.classRows, preview.classRowsRejected)}</p>}
        {preview.duplicateOf !== null && <Alert type="info" showIcon title={importText.duplicate} />}
        <Decision {...props} />
        <Errors cid={cid} preview={preview} />
        <Remarks preview={preview} />
      </div>
    </Panel>
  );
}
