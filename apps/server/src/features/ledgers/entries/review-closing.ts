import type { Work } from '../../../database/unit-of-work.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import type { NotedStep, SeenEntry } from './entries.dto.js';
import { stepEntry } from './step-entry.js';

/** 复核通过 by the other office. */
export async function recheckEntry(
  work: Work,
  kinds: LedgerKinds,
  id: string,
  body: SeenEntry,
): Promise<void> {
  await stepEntry(work, kinds, 'recheck', { id, ...body }, () => ({
    patch: { recheckedBy: work.actor.accountId },
  }));
}

/** 确认销号: closed for good when the newest data agree or none judge the entry; else it waits for them. */
export async function confirmEntry(
  work: Work,
  kinds: LedgerKinds,
  id: string,
  body: SeenEntry,
): Promise<void> {
  await stepEntry(work, kinds, 'confirm', { id, ...body }, () => ({
    patch: { confirmedBy: work.actor.accountId, closedAt: work.now },
  }));
}

const withdrawn = {
  closingGround: null,
  achievedOn: null,
  appliedBy: null,
  recheckedBy: null,
  confirmedBy: null,
};

/** 退回 with a reason: the unit works on, and may replace what it handed in. */
export async function returnEntry(
  work: Work,
  kinds: LedgerKinds,
  id: string,
  body: NotedStep,
): Promise<void> {
  await stepEntry(work, kinds, 'return', { id, ...body }, async (entry) => {
    await work.manager.query(
      `UPDATE ledger_evidence SET application_no = NULL WHERE campaign_id = $1 AND entry_id = $2 AND application_no = $3`,
      [work.campaignId, entry.id, entry.applicationNo],
    );
    return { patch: withdrawn };
  });
}

/** 重新打开 with a reason, the only way a closed entry changes by hand; what was handed in stays frozen. */
export async function reopenEntry(
  work: Work,
  kinds: LedgerKinds,
  id: string,
  body: NotedStep,
): Promise<void> {
  await stepEntry(work, kinds, 'reopen', { id, ...body }, () => ({
    patch: { ...withdrawn, closedAt: null },
  }));
}
