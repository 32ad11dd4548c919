import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Progress } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import {
  classErrorsUrl,
  classTemplateUrl,
  confirmClassImport,
  fetchClassImport,
  readClassFile,
} from '../../api/ledgers.js';
import type {
  ClassCensusRow,
  ClassCounts,
  ClassImportPreview,
  ClassImportView,
  LedgerFollow,
} from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { campaignKey, useCampaign, useRefreshCampaign } from '../../shell/session.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { importText } from '../../text/imports.js';
import { classImportText, ledgersText } from '../../text/ledgers.js';
import '../indicators/imports.css';
import '../indicators/indicators.css';
import { useMayImport } from '../indicators/use-may-import.js';
import { type ChosenFile, FileForm, RowCounts } from './file-form.js';
import { ImportDecision, ImportFaults } from './import-decision.js';
import './ledgers.css';
import { useCensuses } from './ledgers.queries.js';

const pollMs = 700;

/** Uploaded so far, then what the server says of reading it. */
function Running({ cid, id, percent }: { cid: string; id: string; percent: number }) {
  const state = useQuery({
    queryKey: campaignKey(cid, 'class-import', id),
    queryFn: () => fetchClassImport(cid, id),
    enabled: percent === 100,
    refetchInterval: pollMs,
    retry: false,
  });
  const data = state.data;
  const done = data?.rowsTotal ? Math.round((data.rowsDone / data.rowsTotal) * 100) : percent;
  return (
    <div role="status">
      {percent < 100 && importText.reading(percent)}
      {percent === 100 &&
        (data === undefined
          ? importText.checking
          : classImportText.progress(data.phaseName, data.rowsDone, data.rowsTotal))}
      <Progress percent={done} size="small" showInfo={false} aria-hidden />
    </div>
  );
}

function Follows({ follows }: { follows: readonly LedgerFollow[] }) {
  const shown = follows.filter(({ count }) => count > 0);
  if (shown.length === 0) return <p>{classImportText.noFollows}</p>;
  return (
    <table className="board-table">
      <tbody>
        {shown.map(({ event, name, count, subjects }) => (
          <tr key={event}>
            <th scope="row">{name}</th>
            <td>{ledgersText.total(count)}</td>
            <td>
              {subjects.join('；')}
              {count > subjects.length && subjects.length > 0 && classImportText.more(count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Counts({ counts }: { counts: ClassCounts }) {
  return (
    <dl className="ledger-numbers">
      {(['classes', 'aboveStandard', 'large', 'oversize'] as const).map((name) => (
        <div key={name}>
          <dt>{ledgersText[name]}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PreviewProps {
  cid: string;
  read: ClassImportView;
  preview: ClassImportPreview;
  onDrop: () => void;
}

function Preview({ cid, read, preview, onDrop }: PreviewProps) {
  const { message } = App.useApp();
  const refresh = useRefreshCampaign();
  const navigate = useNavigate();
  const confirming = useMutation({
    mutationFn: (goodRowsOnly: boolean) => confirmClassImport(cid, read.id, goodRowsOnly),
    onSuccess: async ({ added }) => {
      void message.success(classImportText.done(added));
      await refresh(cid);
      void navigate('/ledgers');
    },
  });
  return (
    <Panel
      title={importText.previewOf(read.fileName)}
      extra={<span className="muted">{ledgersText.asOf(formatDate(read.asOf))}</span>}
    >
      <div className="stack">
        <RowCounts names={classImportText.counts} counts={preview} />
        <Counts counts={preview.counts} />
        {preview.duplicateOf !== null && <Alert type="info" showIcon title={classImportText.duplicate} />}
        {!preview.judges && <Alert type="warning" showIcon title={classImportText.notJudging} />}
        {preview.judges && (
          <>
            <h3>{classImportText.follows}</h3>
            <Follows follows={preview.follows} />
          </>
        )}
        <ImportDecision
          rejected={preview.rejected}
          good={preview.duplicateOf === null ? preview.accepted : 0}
          confirmable={preview.confirmable}
          confirmLabel={classImportText.confirmAll(preview.accepted)}
          pending={confirming.isPending}
          error={confirming.error}
          onConfirm={confirming.mutate}
          onDrop={onDrop}
        />
        <ImportFaults {...preview} errorsUrl={classErrorsUrl(cid, read.id)} />
      </div>
    </Panel>
  );
}

function Censuses({ rows }: { rows: readonly ClassCensusRow[] }) {
  if (rows.length === 0) return <Nothing text={classImportText.noCensuses} />;
  return (
    <table className="board-table">
      <thead>
        <tr>
          <th scope="col">{classImportText.asOf}</th>
          {(['classes', 'aboveStandard', 'large', 'oversize'] as const).map((name) => (
            <th key={name} scope="col">
              {ledgersText[name]}
            </th>
          ))}
          <th scope="col">{classImportText.confirmedBy}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label={classImportText.asOf}>{formatDate(row.asOf)}</td>
            {(['classes', 'aboveStandard', 'large', 'oversize'] as const).map((name) => (
              <td key={name} data-label={ledgersText[name]}>
                {row[name]}
              </td>
            ))}
            <td data-label={classImportText.confirmedBy}>
              {row.confirmedBy.name} {formatInstant(row.confirmedAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Classes as they are on a day: the file, what the ledger would make of it, and the decision. */
export function ImportClassesPage() {
  const { id: cid } = useCampaign();
  const censuses = useCensuses(cid);
  const allowed = useMayImport();
  const [percent, setPercent] = useState(0);
  const [runId, setRunId] = useState('');
  const [read, setRead] = useState<ClassImportView | null>(null);
  const reading = useMutation({
    mutationFn: ({ file, asOf }: ChosenFile) => {
      const id = crypto.randomUUID();
      setRunId(id);
      return readClassFile(cid, { id, file, asOf: asOf ?? '' }, setPercent);
    },
    onMutate: () => {
      setPercent(0);
      setRead(null);
    },
    onSuccess: setRead,
  });
  return (
    <>
      <Link className="no-print" to="/ledgers">
        {ledgersText.title}
      </Link>
      <PageHead title={classImportText.title} lead={allowed ? classImportText.lead : classImportText.others}>
        <Button icon={<DownloadOutlined />} href={classTemplateUrl(cid)} download>
          {classImportText.template}
        </Button>
      </PageHead>
      {allowed && (
        <Panel title={classImportText.file}>
          <FileForm
            fileLabel={classImportText.file}
            asOf={{ label: classImportText.asOf, hint: classImportText.asOfHint, required: true }}
            pending={reading.isPending}
            error={reading.error}
            running={<Running cid={cid} id={runId} percent={percent} />}
            onRead={(chosen, onError) => reading.mutate(chosen, { onError })}
          />
        </Panel>
      )}
      {read?.preview && (
        <Preview key={read.id} cid={cid} read={read} preview={read.preview} onDrop={() => setRead(null)} />
      )}
      <Panel title={classImportText.censuses}>
        <QueryView query={censuses}>{(data) => <Censuses rows={data} />}</QueryView>
      </Panel>
    </>
  );
}
