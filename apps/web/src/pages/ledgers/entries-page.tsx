import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { entriesWorkbookUrl } from '../../api/ledgers.js';
import type { LedgerKindView, LedgerPage } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { LedgerTable, type LedgerTableColumn } from '../../parts/ledger-table.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { useCampaign } from '../../shell/session.js';
import { ledgersText } from '../../text/ledgers.js';
import '../tasks/tasks.css';
import { entriesPageSize, type EntryFilterControl, useEntryFilter } from './entry-filter.js';
import { EntryFilters } from './entry-filters.js';
import { LedgerLegend } from './ledger-legend.js';
import './ledgers.css';
import { useEntries, useLedgerKind } from './ledgers.queries.js';
import { OpenEntryDialog } from './open-entry-dialog.js';

function Pager({ page, control }: { page: LedgerPage; control: EntryFilterControl }) {
  const from = control.pagesBefore === null ? null : control.pagesBefore * entriesPageSize + 1;
  const shown = page.items.length;
  const next = page.next;
  if (shown === 0) return null;
  return (
    <nav className="row pager no-print" aria-label={ledgersText.total(page.total)}>
      <span>
        {from === null
          ? ledgersText.pageUnknown(shown, page.total)
          : ledgersText.page(from, from + shown - 1, page.total)}
      </span>
      {control.search.get('after') !== null && (
        <>
          <Button size="small" onClick={control.toFirst}>
            {ledgersText.first}
          </Button>
          <Button size="small" disabled={control.pagesBefore === null} onClick={control.toPrevious}>
            {ledgersText.previous}
          </Button>
        </>
      )}
      {next !== null && (
        <Button size="small" onClick={() => control.toNext(next)}>
          {ledgersText.next}
        </Button>
      )}
    </nav>
  );
}

function About({ kind }: { kind: LedgerKindView }) {
  return (
    <details className="legend">
      <summary>{ledgersText.about}</summary>
      <p>{ledgersText.opensBy(kind.opens)}</p>
      <p>{ledgersText.closesBy(kind.closes)}</p>
      <p className="muted">{ledgersText.basisOf(kind.basis)}</p>
      {kind.toVerify !== null && <p className="muted">{ledgersText.toVerify(kind.toVerify)}</p>}
    </details>
  );
}

const columnsOf = (kind: LedgerKindView): LedgerTableColumn[] => [
  'number',
  'subject',
  ...(kind.judgedByData ? (['value'] as const) : []),
  'state',
  'unit',
  'township',
  'measure',
  'due',
  'progress',
];

function List({ kind }: { kind: LedgerKindView }) {
  const campaign = useCampaign();
  const control = useEntryFilter();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const entries = useEntries(campaign.id, kind.id, control.filter);
  const [opening, setOpening] = useState(false);
  return (
    <>
      <PageHead
        title={ledgersText.listOf(kind.name)}
        {...(entries.data === undefined ? {} : { lead: ledgersText.total(entries.data.total) })}
      >
        <Button
          icon={<DownloadOutlined />}
          href={entriesWorkbookUrl(campaign.id, kind.id, control.filter)}
          download
        >
          {ledgersText.workbook}
        </Button>
        <Button icon={<UploadOutlined />} onClick={() => void navigate(`/ledgers/${kind.id}/import`)}>
          {ledgersText.import}
        </Button>
        {kind.canOpen && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
            {ledgersText.open}
          </Button>
        )}
      </PageHead>
      <About kind={kind} />
      <EntryFilters control={control} campaign={campaign} />
      <QueryView query={entries}>
        {(page) => (
          <>
            <div className={narrow ? '' : 'panel task-list-panel'}>
              <LedgerTable
                rows={page.items}
                columns={columnsOf(kind)}
                label={ledgersText.list}
                sticky
                loading={entries.isPlaceholderData}
                empty={<Nothing text={ledgersText.empty} next={ledgersText.emptyNext} />}
              />
            </div>
            <Pager page={page} control={control} />
          </>
        )}
      </QueryView>
      <LedgerLegend />
      {opening && <OpenEntryDialog campaign={campaign} kind={kind} onClose={() => setOpening(false)} />}
    </>
  );
}

export function EntriesPage() {
  const { kind = '' } = useParams();
  const campaign = useCampaign();
  const known = useLedgerKind(campaign.id, kind);
  return (
    <>
      <Link className="no-print" to="/ledgers">
        {ledgersText.title}
      </Link>
      <QueryView query={known}>{(data) => <List key={data.id} kind={data} />}</QueryView>
    </>
  );
}
