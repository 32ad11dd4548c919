import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import {
  type EvidenceKind,
  type EvidenceRow,
  readEvidenceRows,
  recordTaskEvent,
} from '../tasks/tasks.module.js';
import type { AcceptedFile } from './accept-file.js';
import { EvidenceEntity } from './evidence.entity.js';
import type { EvidenceStore, ReceivedFile } from './evidence-store.js';
import { requireUpload } from './require-upload.js';
import { keepSweeperAway } from './sweep-evidence.js';

export interface NewEvidence {
  readonly taskId: string;
  readonly kind: EvidenceKind;
  readonly received: ReceivedFile;
  readonly accepted: AcceptedFile;
}

/**
 * Registers a received file as a draft: first the file is in its place and on disk, then the row, so that a row without
 * a file cannot be. The same file once more for the same kind is the same draft.
 * @throws DomainError `not_found`, `wrong_state`, `forbidden`
 */
export async function addEvidence(
  work: Work,
  store: EvidenceStore,
  input: NewEvidence,
): Promise<EvidenceRow> {
  await requireUpload(work, input.taskId);
  await keepSweeperAway(work.manager);
  await store.keep(input.received);
  await work.fault('after-evidence-file');
  const id = (await sameDraft(work, input)) ?? (await register(work, input));
  const [row] = await readEvidenceRows(work, input.taskId, id);
  if (!row) throw new DomainError('not_found');
  return row;
}

async function sameDraft(work: Work, input: NewEvidence): Promise<string | undefined> {
  const [row] = await work.manager.query<{ id: string }[]>(
    `SELECT id FROM evidence
     WHERE campaign_id = $1 AND task_id = $2 AND kind = $3 AND sha256 = $4 AND status = 'draft'`,
    [work.campaignId, input.taskId, input.kind, input.received.sha256],
  );
  return row?.id;
}

async function register(work: Work, { taskId, kind, received, accepted }: NewEvidence): Promise<string> {
  const id = work.newId();
  await work.manager.insert(EvidenceEntity, {
    campaignId: work.campaignId,
    id,
    taskId,
    kind,
    fileName: accepted.fileName,
    mediaType: accepted.mediaType,
    size: String(received.size),
    sha256: received.sha256,
    status: 'draft',
    submissionNo: null,
    uploadedBy: work.actor.accountId,
    unitId: work.actor.unitId,
    uploadedAt: work.now,
  });
  const after = `${accepted.fileName} SHA-256 ${received.sha256}`;
  await recordTaskEvent(work, {
    taskId,
    action: 'evidence_added',
    changes: [{ field: 'evidence', name: '佐证', before: null, after }],
  });
  return id;
}
