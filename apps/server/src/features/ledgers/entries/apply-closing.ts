import { DomainError, formatDate } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import type { ApplyClosing } from './entries.dto.js';
import { conditionFault } from './entry-fields.js';
import { type LockedEntry, readDrafts } from './lock-entry.js';
import { stepEntry } from './step-entry.js';

/**
 * 申请销号: the unit says on which day it was solved, with evidence that is frozen from now on under the application's number.
 * @throws DomainError `not_found`, `forbidden`, `stale_version`, `wrong_state`, `same_person`, `evidence_missing`,
 *   `rule_refused`
 */
export async function applyClosing(
  work: Work,
  kinds: LedgerKinds,
  id: string,
  body: ApplyClosing,
): Promise<void> {
  const { ground, achievedOn } = body;
  await stepEntry(work, kinds, 'apply', { id, ...body }, async (entry, kind) => {
    refuseDay(work, entry, body);
    const unmet = ground === 'solved' ? conditionFault(kind, entry.fields) : null;
    if (unmet) throw new DomainError('rule_refused', { detail: `${unmet}，不能申请销号；请先更新人数。` });
    const drafts = await readDrafts(work, entry.id);
    const applicationNo = entry.applicationNo + 1;
    await freeze(work, entry.id, applicationNo);
    return {
      patch: {
        closingGround: ground,
        achievedOn,
        applicationNo,
        appliedBy: work.actor.accountId,
        recheckedBy: null,
        confirmedBy: null,
        closedAt: null,
      },
      lines: [
        `${ground === 'solved' ? '已解决' : '对象已不存在'}，${formatDate(achievedOn)}`,
        ...drafts.map(({ fileName, sha256 }) => `佐证：${fileName}（SHA-256 ${sha256}）`),
      ],
    };
  });
}

/** What data of a later day deny is not asked for at all. */
function refuseDay(work: Work, entry: LockedEntry, { achievedOn, ground }: ApplyClosing): void {
  const denied =
    ground === 'solved' &&
    entry.dataOutcome === 'over' &&
    entry.dataAsOf !== null &&
    achievedOn < entry.dataAsOf;
  const message =
    achievedOn > work.today
      ? '解决日期不能晚于今天'
      : denied && entry.dataAsOf !== null
        ? `${formatDate(entry.dataAsOf)}的数据仍超过标准，解决日期应在这天或以后`
        : undefined;
  if (!message) return;
  throw new DomainError('rule_refused', {
    detail: `${message}。`,
    errors: [{ pointer: '/achievedOn', message }],
  });
}

async function freeze(work: Work, entryId: string, applicationNo: number): Promise<void> {
  await work.manager.query(
    `UPDATE ledger_evidence SET application_no = $3
     WHERE campaign_id = $1 AND entry_id = $2 AND application_no IS NULL AND voided_at IS NULL`,
    [work.campaignId, entryId, applicationNo],
  );
}
