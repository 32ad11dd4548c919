import type { Work } from '../../../database/unit-of-work.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import type { NotedStep } from './entries.dto.js';
import { stepEntry } from './step-entry.js';

/** 报告进展: what was done so far; the list shows the last report. */
export async function reportEntry(
  work: Work,
  kinds: LedgerKinds,
  id: string,
  body: NotedStep,
): Promise<void> {
  await stepEntry(work, kinds, 'report', { id, ...body });
}
