import { v7 } from 'uuid';
import type {
  LedgerEntryView,
  LedgerEvidenceRow,
} from '../../apps/server/src/features/ledgers/entries/entry-views.dto.js';
import type { LedgerImportPreview } from '../../apps/server/src/features/ledgers/imports/ledger-imports.dto.js';
import type { Answer, Who, XinmiScene } from './xinmi-scene.js';

/** What the tests of ledgers do again and again, in a running campaign. */
export function ledgerScene(scene: XinmiScene) {
  let inserted = 0;

  /** An entry as imported data open it; 教育局 answers for it. */
  async function dataEntry(more: Readonly<Record<string, unknown>> = {}): Promise<LedgerEntryView> {
    inserted += 1;
    const row = {
      campaign_id: scene.campaignId,
      id: v7(),
      kind: 'large_class',
      subject_key: `9900000001|primary|2020|${inserted}班`,
      subject: `虚构第1学校 三年级${inserted}班`,
      school_code: '9900000001',
      school_name: '虚构第1学校',
      stage: 'primary',
      indicator: 'C12',
      unit_id: scene.id('unit education'),
      state: 'open',
      opened_on: '2022-09-02',
      opened_at: '2022-09-02T01:00:00Z',
      data_outcome: 'over',
      data_as_of: '2022-09-01',
      opened_value: 61,
      value: 61,
      line: 45,
      category: 'large',
      updated_at: '2022-09-02T01:00:00Z',
      ...more,
    };
    await scene.query(
      `WITH numbered AS (UPDATE campaign SET last_ledger_seq = last_ledger_seq + 1 WHERE id = $1
         RETURNING last_ledger_seq AS seq)
       INSERT INTO ledger_entry (${Object.keys(row).join(', ')}, seq)
       SELECT ${Object.keys(row)
         .map((name) => `r.${name}`)
         .join(', ')}, numbered.seq
       FROM numbered, json_populate_record(NULL::ledger_entry, $2) r`,
      [scene.campaignId, JSON.stringify(row)],
    );
    return entry('office', row.id);
  }

  const entry = (who: Who, id: string): Promise<LedgerEntryView> =>
    scene.get<LedgerEntryView>(who, `ledger-entries/${id}`);

  const open = (who: Who, kind: string, body: object): Promise<Answer<LedgerEntryView>> =>
    scene.call<LedgerEntryView>(who, 'POST', `ledgers/${kind}/entries`, { body });

  const step = (
    who: Who,
    action: string,
    seen: Pick<LedgerEntryView, 'id' | 'version'>,
    more: object = {},
  ): Promise<Answer<LedgerEntryView>> =>
    scene.call<LedgerEntryView>(who, 'POST', `ledger-entries/${seen.id}/${action}`, {
      body: { version: seen.version, ...more },
    });

  /** A step that must work. */
  async function done(
    who: Who,
    action: string,
    seen: Pick<LedgerEntryView, 'id' | 'version'>,
    more: object = {},
  ): Promise<LedgerEntryView> {
    const { status, body, text } = await step(who, action, seen, more);
    if (status !== 200) throw new Error(`${action} as ${who} answered ${status}: ${text}`);
    return body;
  }

  function upload(
    who: Who,
    id: string,
    kind = 'roster',
    name = '花名册.txt',
  ): Promise<Answer<LedgerEvidenceRow>> {
    const form = new FormData();
    form.append('kind', kind);
    form.append('file', new Blob([`${kind} ${id}`]), name);
    return scene.call<LedgerEvidenceRow>(who, 'POST', `ledger-entries/${id}/evidence`, { body: form });
  }

  const applying = { note: '已分成两个班', ground: 'solved', achievedOn: '2022-09-10' };

  /** With evidence, applied for by 教育局. */
  async function applied(seen: LedgerEntryView): Promise<LedgerEntryView> {
    await upload('education', seen.id);
    return done('education', 'application', seen, applying);
  }

  function preview(
    who: Who,
    kind: string,
    rows: readonly (readonly (string | number)[])[],
    asOf = '2022-09-01',
  ): Promise<Answer<LedgerImportPreview>> {
    const form = new FormData();
    form.append('asOf', asOf);
    const csv = rows.map((row) => row.join(',')).join('\r\n');
    form.append('file', new Blob([`\ufeff${csv}\r\n`]), '台账.csv');
    return scene.call<LedgerImportPreview>(who, 'POST', `ledgers/${kind}/imports`, { body: form });
  }

  const confirm = (who: Who, kind: string, id: string, body: object = {}) =>
    scene.call<{ opened: number; changed: number; unchanged: number; skipped: number; code?: string }>(
      who,
      'POST',
      `ledgers/${kind}/imports/${id}/confirmation`,
      { body },
    );

  return { dataEntry, entry, open, step, done, upload, applying, applied, preview, confirm };
}
