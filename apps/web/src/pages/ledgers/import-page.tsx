import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Progress } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
  confirmLedgerImport,
  ledgerErrorsUrl,
  ledgerTemplateUrl,
  previewLedgerImport,
} from '../../api/ledgers.js';
import type { LedgerImportPreview, LedgerKindView } from '../../api/types.js';
import { entriesUrl } from '../../parts/ledger-links.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { useCampaign, useRefreshCampaign } from '../../shell/session.js';
import { formatInstant } from '../../text/dates.js';
import { importText } from '../../text/imports.js';
import { entryText, ledgerImportText, ledgersText } from '../../text/ledgers.js';
import '../indicators/imports.css';
import '../indicators/indicators.css';
import { type ChosenFile, FileForm, RowCounts } from './file-form.js';
import { ImportDecision, ImportFaults } from './import-decision.js';
import './ledgers.css';
import { useLedgerKind } from './ledgers.queries.js';

function Effects({ preview }: { preview: LedgerImportPreview }) {
  if (preview.lines.length === 0) return null;
  return (
    <div className="stack">
      <h3>{ledgerImportText.effects}</h3>
      {preview.linesTruncated && (
        <p className="muted">{ledgerImportText.effectsTruncated(preview.lines.length)}</p>
      )}
      <div className="fault-frame" role="region" aria-label={ledgerImportText.effects} tabIndex={0}>
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{ledgerImportText.row}</th>
              <th scope="col">{ledgerImportText.effect}</th>
              <th scope="col">{ledgersText.subject}</th>
              <th scope="col">{ledgerImportText.changes}</th>
            </tr>
          </thead>
          <tbody>
            {preview.lines.map((line) => (
              <tr key={line.row}>
                <td data-label={ledgerImportText.row}>{line.row}</td>
                <td data-label={ledgerImportText.effect}>{ledgerImportText.effectNames[line.outcome]}</td>
                <td data-label={ledgersText.subject}>
                  {[line.number, line.subject].filter((text) => text !== null).join(' ')}
                </td>
                <td data-label={ledgerImportText.changes}>
                  {line.changes.map((change) => (
                    <div key={change}>{change}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface PreviewProps {
  cid: string;
  kind: string;
  preview: LedgerImportPreview;
  onDrop: () => void;
}

function Preview({ cid, kind, preview, onDrop }: PreviewProps) {
  const { message } = App.useApp();
  const refresh = useRefreshCampaign();
  const navigate = useNavigate();
  const confirming = useMutation({
    mutationFn: (goodRowsOnly: boolean) => confirmLedgerImport(cid, kind, preview.id, goodRowsOnly),
    onSuccess: async ({ opened, changed }) => {
      void message.success(ledgerImportText.done(opened, changed));
      await refresh(cid);
      void navigate(entriesUrl(kind));
    },
  });
  return (
    <Panel title={importText.previewOf(preview.fileName)}>
      <div className="stack">
        <RowCounts names={ledgerImportText.counts} counts={preview} />
        {preview.importedBefore !== null && (
          <Alert
            type="info"
            showIcon
            title={ledgerImportText.importedBefore(formatInstant(preview.importedBefore))}
          />
        )}
        <ImportDecision
          rejected={preview.rejected}
          good={preview.accepted}
          confirmable={preview.confirmable}
          confirmLabel={ledgerImportText.confirmAll(preview.accepted)}
          pending={confirming.isPending}
          error={confirming.error}
          onConfirm={confirming.mutate}
          onDrop={onDrop}
        />
        <ImportFaults {...preview} errorsUrl={ledgerErrorsUrl(cid, kind, preview.id)} />
        <Effects preview={preview} />
      </div>
    </Panel>
  );
}

function Content({ kind }: { kind: LedgerKindView }) {
  const { id: cid } = useCampaign();
  const [percent, setPercent] = useState(0);
  const [preview, setPreview] = useState<LedgerImportPreview | null>(null);
  const reading = useMutation({
    mutationFn: (chosen: ChosenFile) => previewLedgerImport(cid, kind.id, chosen, setPercent),
    onMutate: () => {
      setPercent(0);
      setPreview(null);
    },
    onSuccess: setPreview,
  });
  return (
    <>
      <Link className="no-print" to={entriesUrl(kind.id)}>
        {entryText.back(kind.name)}
      </Link>
      <PageHead title={ledgerImportText.title(kind.name)} lead={ledgerImportText.lead}>
        <Button icon={<DownloadOutlined />} href={ledgerTemplateUrl(cid, kind.id)} download>
          {ledgerImportText.template}
        </Button>
      </PageHead>
      <Panel title={ledgerImportText.file}>
        <p className="muted">{entryText.privacy}</p>
        <FileForm
          fileLabel={ledgerImportText.file}
          fileHint={ledgerImportText.fileHint}
          asOf={
            kind.subject === 'class'
              ? { label: ledgerImportText.asOf, hint: ledgerImportText.asOfHint, required: false }
              : null
          }
          pending={reading.isPending}
          error={reading.error}
          running={
            <div role="status">
              {percent < 100 ? importText.reading(percent) : importText.checking}
              <Progress percent={percent} size="small" showInfo={false} aria-hidden />
            </div>
          }
          onRead={(chosen, onError) => reading.mutate(chosen, { onError })}
        />
      </Panel>
      {preview !== null && (
        <Preview
          key={preview.id}
          cid={cid}
          kind={kind.id}
          preview={preview}
          onDrop={() => setPreview(null)}
        />
      )}
    </>
  );
}

/** A ledger somebody keeps: the file, what would follow, and the decision. */
export function LedgerImportPage() {
  const { kind = '' } = useParams();
  const campaign = useCampaign();
  const known = useLedgerKind(campaign.id, kind);
  return <QueryView query={known}>{(data) => <Content key={data.id} kind={data} />}</QueryView>;
}
