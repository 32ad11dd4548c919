import { answerOf, client, postForm, queryString } from './client.js';
import type {
  ClassImportView,
  EntryFilter,
  EvidenceKind,
  LedgerEvidenceRow,
  LedgerImportPreview,
  NewEntry,
  PlanEntry,
} from './types.js';

const api = (cid: string) => `/api/v1/campaigns/${cid}`;
const ofCampaign = (cid: string) => ({ params: { path: { campaignId: cid } } });
const ofKind = (cid: string, kind: string) => ({ params: { path: { campaignId: cid, kind } } });
const ofEntry = (cid: string, id: string) => ({ params: { path: { campaignId: cid, id } } });

export const fetchLedgers = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/ledgers', ofCampaign(cid)));
export const fetchLedgerKind = (cid: string, kind: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/ledgers/{kind}', ofKind(cid, kind)));
export const fetchLedgerSummary = (cid: string, kind: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/ledgers/{kind}/summary', ofKind(cid, kind)));
export const fetchBurnDown = (cid: string, kind: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/ledgers/{kind}/burn-down', ofKind(cid, kind)));
export const setLedgerTarget = (
  cid: string,
  kind: string,
  year: number,
  body: { quantity: number; basis: string },
) =>
  answerOf(
    client.PUT('/api/v1/campaigns/{campaignId}/ledgers/{kind}/targets/{year}', {
      params: { path: { campaignId: cid, kind, year: String(year) } },
      body,
    }),
  );
export const fetchEntries = (cid: string, kind: string, query: EntryFilter) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/ledgers/{kind}/entries', {
      params: { path: { campaignId: cid, kind }, query },
    }),
  );
/** Every entry of the filter, whatever page is shown. */
export const entriesWorkbookUrl = (
  cid: string,
  kind: string,
  { after: _, limit: __, ...filter }: EntryFilter,
) => `${api(cid)}/ledgers/${kind}/entries.xlsx${queryString(filter)}`;
export const fetchEntrySchools = (cid: string, kind: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/ledgers/{kind}/schools', ofKind(cid, kind)));
export const openEntry = (cid: string, kind: string, body: NewEntry) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/ledgers/{kind}/entries', { ...ofKind(cid, kind), body }),
  );
export const fetchEntry = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/ledger-entries/{id}', ofEntry(cid, id)));
export const fetchLedgerDesk = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/desks/ledgers', ofCampaign(cid)));

export const planEntry = (cid: string, id: string, body: PlanEntry) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/ledger-entries/{id}/plan', { ...ofEntry(cid, id), body }),
  );
export const applyClosing = (
  cid: string,
  id: string,
  body: { version: number; note: string; ground: 'solved' | 'gone'; achievedOn: string },
) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/ledger-entries/{id}/application', {
      ...ofEntry(cid, id),
      body,
    }),
  );
export type NotedStep = 'report' | 'return' | 'recheck' | 'confirmation' | 'reopening';
export const takeEntryStep = (
  cid: string,
  id: string,
  step: NotedStep,
  body: { version: number; note: string },
) =>
  answerOf(
    client.POST(`/api/v1/campaigns/{campaignId}/ledger-entries/{id}/${step}`, { ...ofEntry(cid, id), body }),
  );

const evidencePath = (cid: string, id: string) => `${api(cid)}/ledger-entries/${id}/evidence`;
export function uploadEntryEvidence(
  cid: string,
  id: string,
  kind: EvidenceKind,
  file: File,
  onProgress: (percent: number) => void,
): Promise<LedgerEvidenceRow> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', file, file.name);
  return postForm<LedgerEvidenceRow>(evidencePath(cid, id), form, onProgress);
}
export const entryEvidenceUrl = (cid: string, id: string, eid: string, inline = false) =>
  `${evidencePath(cid, id)}/${eid}/content${inline ? '?inline=1' : ''}`;
export const voidEntryEvidence = (cid: string, id: string, eid: string, reason: string) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/ledger-entries/{entryId}/evidence/{evidenceId}/voiding', {
      params: { path: { campaignId: cid, entryId: id, evidenceId: eid } },
      body: { reason },
    }),
  );

export const ledgerTemplateUrl = (cid: string, kind: string) => `${api(cid)}/ledgers/${kind}/template.xlsx`;
export function previewLedgerImport(
  cid: string,
  kind: string,
  request: { file: File; asOf: string | null },
  onProgress: (percent: number) => void,
): Promise<LedgerImportPreview> {
  const form = new FormData();
  if (request.asOf !== null) form.set('asOf', request.asOf);
  form.set('file', request.file, request.file.name);
  return postForm<LedgerImportPreview>(`${api(cid)}/ledgers/${kind}/imports`, form, onProgress);
}
export const confirmLedgerImport = (cid: string, kind: string, id: string, goodRowsOnly: boolean) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/ledgers/{kind}/imports/{id}/confirmation', {
      params: { path: { campaignId: cid, kind, id } },
      body: { goodRowsOnly },
    }),
  );
export const ledgerErrorsUrl = (cid: string, kind: string, id: string) =>
  `${api(cid)}/ledgers/${kind}/imports/${id}/errors.xlsx`;

export const classTemplateUrl = (cid: string) => `${api(cid)}/class-imports/template.xlsx`;
export const classErrorsUrl = (cid: string, id: string) => `${api(cid)}/class-imports/${id}/errors.xlsx`;
/** @param id under which its progress can be asked for while it runs */
export function readClassFile(
  cid: string,
  request: { id: string; file: File; asOf: string },
  onProgress: (percent: number) => void,
): Promise<ClassImportView> {
  const form = new FormData();
  form.set('id', request.id);
  form.set('asOf', request.asOf);
  form.set('file', request.file, request.file.name);
  return postForm<ClassImportView>(`${api(cid)}/class-imports`, form, onProgress);
}
export const fetchClassImport = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/class-imports/{id}', ofEntry(cid, id)));
export const fetchCensuses = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/class-censuses', ofCampaign(cid)));
export const confirmClassImport = (cid: string, id: string, goodRowsOnly: boolean) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/class-imports/{id}/confirmation', {
      ...ofEntry(cid, id),
      body: { goodRowsOnly },
    }),
  );
