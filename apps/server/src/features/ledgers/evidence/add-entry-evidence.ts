import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import {
  type AcceptedFile,
  type EvidenceStore,
  keepSweeperAway,
  type ReceivedFile,
} from '../../evidence/evidence.module.js';
import type { EvidenceKind } from '../../tasks/tasks.module.js';
import { appendEntryEvents } from '../entries/entry-events.js';
import type { LedgerEvidenceRow } from '../entries/entry-views.dto.js';
import { handlesEntry, mayAddEvidence } from '../entries/ledger.policy.js';
import { lockEntry, type LockedEntry } from '../entries/lock-entry.js';
import { refusePersonalNumbers } from '../entries/refuse-personal-numbers.js';
import { LedgerEvidenceEntity } from '../ledger-evidence.entity.js';
import { findEntryEvidence } from './entry-evidence.queries.js';

export interface NewEntryEvidence {
  readonly entryId: string;
  readonly kind: EvidenceKind;
  readonly received: ReceivedFile;
  readonly accepted: AcceptedFile;
}

/** Locks the entry and checks that the actor may add files now. @throws DomainError `not_found`, `wrong_state`, `forbidden` */
export async function requireEntryUpload(work: Work, entryId: string): Promise<LockedEntry> {
  const entry = await lockEntry(work, entryId);
  if (mayAddEvidence(work.actor, entry)) return entry;
  if (!handlesEntry(work.actor, entry)) {
    throw new DomainError('forbidden', { detail: '佐证由责任单位或乡镇上传。' });
  }
  throw new DomainError('wrong_state', { detail: '这条台账不在办理中，不能上传佐证。' });
}

/**
 * Registers a received file as a draft: first the file is in its place and on disk, then the row, so that a row without a
 * file cannot be. The same file once more for the same kind is the same draft.
 * @throws DomainError `not_found`, `wrong_state`, `forbidden`, `rule_refused` for a name that identifies a person
 */
export async function addEntryEvidence(
  work: Work,
  store: EvidenceStore,
  input: NewEntryEvidence,
): Promise<LedgerEvidenceRow> {
  const { entryId, kind, received, accepted } = input;
  const entry = await requireEntryUpload(work, entryId);
  refusePersonalNumbers([{ pointer: '/file', name: '文件名', text: accepted.fileName }]);
  await keepSweeperAway(work.manager);
  await store.keep(received);
  await work.fault('after-evidence-file');
  const id = (await sameDraft(work, input)) ?? (await register(work, entry, { kind, received, accepted }));
  return findEntryEvidence(work, entryId, id);
}

async function sameDraft(
  work: Work,
  { entryId, kind, received }: NewEntryEvidence,
): Promise<string | undefined> {
  const [row] = await work.manager.query<{ id: string }[]>(
    `SELECT id FROM ledger_evidence WHERE campaign_id = $1 AND entry_id = $2 AND kind = $3 AND sha256 = $4
       AND application_no IS NULL AND voided_at IS NULL`,
    [work.campaignId, entryId, kind, received.sha256],
  );
  return row?.id;
}

async function register(
  work: Work,
  entry: LockedEntry,
  { kind, received, accepted }: Omit<NewEntryEvidence, 'entryId'>,
): Promise<string> {
  const id = work.newId();
  await work.manager.insert(LedgerEvidenceEntity, {
    campaignId: work.campaignId,
    id,
    entryId: entry.id,
    kind,
    fileName: accepted.fileName,
    mediaType: accepted.mediaType,
    size: String(received.size),
    sha256: received.sha256,
    uploadedBy: work.actor.accountId,
    unitId: work.actor.unitId,
    uploadedAt: work.now,
  });
  await appendEntryEvents(work, [
    {
      entryId: entry.id,
      action: 'evidence_added',
      fromState: entry.state,
      toState: entry.state,
      detail: { lines: [`${accepted.fileName}（SHA-256 ${received.sha256}）`] },
    },
  ]);
  return id;
}
