import { useQuery } from '@tanstack/react-query';
import { fetchLedgerDesk } from '../../api/ledgers.js';
import type { LedgerRow, SessionCampaign } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { LedgerTable, type LedgerTableColumn } from '../../parts/ledger-table.js';
import { Panel } from '../../parts/panel.js';
import { campaignKey } from '../../shell/session.js';
import { ledgerDeskText } from '../../text/ledgers.js';
import { withDetail } from '../../text/wording.js';

const columns: readonly LedgerTableColumn[] = ['number', 'subject', 'unit', 'state', 'due'];

function Group({ title, rows, none }: { title: string; rows: readonly LedgerRow[]; none: string }) {
  return (
    <Panel title={rows.length === 0 ? title : withDetail(title, rows.length)}>
      <LedgerTable rows={rows} columns={columns} label={title} empty={<Nothing text={none} />} />
    </Panel>
  );
}

/** What of the ledgers waits for the reader: re-checks, confirmations, what data contradict, and a unit's own. */
export function LedgersOnDesk({ campaign }: { campaign: SessionCampaign }) {
  const desk = useQuery({
    queryKey: campaignKey(campaign.id, 'desk', 'ledgers'),
    queryFn: () => fetchLedgerDesk(campaign.id),
  });
  const data = desk.data;
  if (data === undefined) return null;
  const { none, openNone } = ledgerDeskText;
  return (
    <>
      {campaign.desk === 'supervising' && (
        <Group title={ledgerDeskText.toRecheck} rows={data.toRecheck} none={none} />
      )}
      {campaign.desk === 'assigning' && (
        <Group title={ledgerDeskText.toConfirm} rows={data.toConfirm} none={none} />
      )}
      {data.contradicted.length > 0 && (
        <Group title={ledgerDeskText.contradicted} rows={data.contradicted} none={none} />
      )}
      {campaign.desk === 'handling' && <Group title={ledgerDeskText.open} rows={data.open} none={openNone} />}
    </>
  );
}
