import { DomainError } from '#kernel';
import { recordAudit } from '../audit/audit.module.js';
import type { AccountsWork } from './accounts-work.js';
import { refuseOrphaning } from './last-contact.js';
import { listMemberships, type MembershipPlace, putMembership } from './memberships.js';
import { belongsToUnit } from './role.policy.js';
import { endSessions } from './sessions.js';

/**
 * Makes another active account handler of every unit the leaving person stands for.
 * @throws DomainError `rule_refused` when the successor is not active or works for one of the offices; `last_contact`
 *   when the successor is in turn the last contact of another unit
 */
export async function handOver(work: AccountsWork, fromId: string, toId: string): Promise<void> {
  const { manager } = work;
  await requireActive(work, fromId, toId);
  const units = (await listMemberships(manager, fromId)).filter((one) => belongsToUnit(one.role));
  const held = await listMemberships(manager, toId);
  for (const { campaignId, unitId } of units) {
    const former = held.find((one) => one.campaignId === campaignId);
    if (former?.unitId === unitId) continue;
    if (former) await leave(work, toId, former);
    const place = { campaignId, role: 'handler' as const, unitId, unitLeader: false };
    await putMembership(manager, toId, place);
    await endSessions(manager, [toId]);
    await recordAudit(manager, {
      at: work.now,
      account: work.by,
      campaignId,
      action: 'role_changed',
      target: toId,
      outcome: 'done',
      detail: { before: former ?? null, after: place },
    });
  }
}

async function requireActive({ manager }: AccountsWork, fromId: string, toId: string): Promise<void> {
  const rows = await manager.query<unknown[]>(`SELECT 1 FROM account WHERE id = $1 AND active`, [toId]);
  if (fromId === toId || rows.length === 0) refuse('接手人须是另一个在用的账号');
}

async function leave({ manager }: AccountsWork, toId: string, former: MembershipPlace): Promise<void> {
  if (!belongsToUnit(former.role)) refuse('政府办、督查人员不能接手单位的任务');
  await refuseOrphaning(manager, toId, former.campaignId);
}

function refuse(message: string): never {
  throw new DomainError('rule_refused', {
    detail: `${message}。`,
    errors: [{ pointer: '/handOverTo', message }],
  });
}
