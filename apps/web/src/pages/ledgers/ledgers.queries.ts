import { keepPreviousData, useQuery } from '@tanstack/react-query';
import * as api from '../../api/ledgers.js';
import type { EntryFilter } from '../../api/types.js';
import { campaignKey } from '../../shell/session.js';

export const useLedgers = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'ledgers'), queryFn: () => api.fetchLedgers(cid) });
export const useLedgerKind = (cid: string, kind: string) =>
  useQuery({ queryKey: campaignKey(cid, 'ledger', kind), queryFn: () => api.fetchLedgerKind(cid, kind) });
export const useLedgerSummary = (cid: string, kind: string) =>
  useQuery({
    queryKey: campaignKey(cid, 'ledger', kind, 'summary'),
    queryFn: () => api.fetchLedgerSummary(cid, kind),
  });
export const useBurnDown = (cid: string, kind: string) =>
  useQuery({
    queryKey: campaignKey(cid, 'ledger', kind, 'burn-down'),
    queryFn: () => api.fetchBurnDown(cid, kind),
  });
export const useEntries = (cid: string, kind: string, filter: EntryFilter) =>
  useQuery({
    queryKey: campaignKey(cid, 'ledger', kind, 'entries', filter),
    queryFn: () => api.fetchEntries(cid, kind, filter),
    placeholderData: keepPreviousData,
  });
export const useEntry = (cid: string, id: string) =>
  useQuery({ queryKey: campaignKey(cid, 'ledger-entry', id), queryFn: () => api.fetchEntry(cid, id) });
export const useCensuses = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'class-censuses'), queryFn: () => api.fetchCensuses(cid) });
