import { type CivilDate, DomainError } from '#kernel';
import type { Role } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import { lockVisibleTask } from '../tasks/tasks.module.js';
import type { ExtensionState } from './extensions.dto.js';

/** A request as the operations work on it; its task's row and its own are locked until the transaction ends. */
export interface LockedExtension {
  readonly id: string;
  readonly seq: number;
  readonly taskId: string;
  readonly unitId: string;
  readonly dueVersion: number;
  readonly dueOn: CivilDate;
  readonly requestedOn: CivilDate;
  readonly chain: readonly Role[];
  readonly state: ExtensionState;
  readonly askedBy: string;
  readonly version: number;
  /** Who has decided so far. */
  readonly deciders: readonly string[];
}

/**
 * Locks an open request at the version the reader saw.
 * @throws DomainError `not_found` when it or its task is not visible, `stale_version`, `wrong_state`
 */
export async function lockExtension(work: Work, id: string, version: number): Promise<LockedExtension> {
  const [known] = await work.manager.query<{ taskId: string }[]>(
    `SELECT task_id AS "taskId" FROM extension_request WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, id],
  );
  if (!known) throw new DomainError('not_found', { detail: '没有这份延期申请，或不属于本单位。' });
  await lockVisibleTask(work, known.taskId);
  await work.manager.query(`SELECT 1 FROM extension_request WHERE campaign_id = $1 AND id = $2 FOR UPDATE`, [
    work.campaignId,
    id,
  ]);
  const [request] = await work.manager.query<LockedExtension[]>(
    `SELECT id, seq, task_id AS "taskId", unit_id AS "unitId", due_version AS "dueVersion", due_on AS "dueOn",
       requested_on AS "requestedOn", chain, state, asked_by AS "askedBy", version,
       ARRAY(SELECT d.account_id FROM extension_decision d
         WHERE d.campaign_id = $1 AND d.request_id = $2 ORDER BY d.step) AS deciders
     FROM extension_request WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, id],
  );
  if (!request) throw new DomainError('not_found');
  if (request.state !== 'pending') throw new DomainError('wrong_state', { detail: '这份延期申请已经办结。' });
  if (request.version !== version) {
    throw new DomainError('stale_version', { detail: '这份延期申请刚有人办过，您看到的不是最新内容。' });
  }
  return request;
}

/** Moves a locked request on; a decided one gets its moment. */
export async function updateExtension(
  work: Work,
  request: LockedExtension,
  state: ExtensionState,
  granted: { readonly on: CivilDate; readonly days: number } | null = null,
): Promise<void> {
  await work.manager.query(
    `UPDATE extension_request SET state = $4, granted_on = $5, extended_days = $6, version = version + 1,
       decided_at = CASE WHEN $4 = 'pending' THEN NULL ELSE $7::timestamptz END
     WHERE campaign_id = $1 AND id = $2 AND version = $3`,
    [
      work.campaignId,
      request.id,
      request.version,
      state,
      granted?.on ?? null,
      granted?.days ?? null,
      work.now,
    ],
  );
}
