import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { recordAudit } from '../audit/audit.module.js';
import { robotHostOf } from './robot-host.js';
import { RobotEntity } from './robot.entity.js';
import type { RobotVault } from './robot-vault.js';
import type { NewRobot, RobotAddressChange, RobotChange, RobotChannel } from './robots.dto.js';

/** What of the machine decides on addresses. */
export interface RobotKeeping {
  /** Hosts beside the vendors' own. */
  readonly allowedHosts: readonly string[];
  readonly vault: RobotVault;
}

/**
 * Adds a chat group's robot.
 * @throws DomainError `malformed` when the address may not be called
 */
export async function addRobot(work: Work, robot: NewRobot, keeping: RobotKeeping): Promise<void> {
  const id = work.newId();
  const { channel } = robot;
  const name = robot.name.trim();
  const sealedAddress = await sealAddress(work, { id, channel }, robot, keeping);
  await work.manager.insert(RobotEntity, {
    campaignId: work.campaignId,
    id,
    channel,
    name,
    sealedAddress,
    createdAt: work.now,
  });
  await audit(work, id, { added: name, channel });
}

/** @throws DomainError `stale_version`, `not_found` */
export async function changeRobot(work: Work, id: string, change: RobotChange): Promise<void> {
  const [, changed] = await work.manager.query<[unknown[], number]>(
    `UPDATE robot SET name = coalesce($4, name), active = coalesce($5, active), version = version + 1, not_before = NULL
     WHERE campaign_id = $1 AND id = $2 AND version = $3`,
    [work.campaignId, id, change.version, change.name?.trim() ?? null, change.active ?? null],
  );
  if (changed === 0) throw new DomainError((await exists(work, id)) ? 'stale_version' : 'not_found');
  const { name, active } = change;
  if (active === false) {
    await work.manager.query(
      `UPDATE outbox_message SET status = 'withdrawn', last_error = '群机器人已停用'
       WHERE campaign_id = $1 AND target = $2 AND status IN ('queued', 'uncertain')`,
      [work.campaignId, id],
    );
  }
  await audit(work, id, { name, active });
}

/**
 * Gives a robot another address, as after a reset in the group or when the key is lost; what waits goes there.
 * @throws DomainError `stale_version`, `not_found`, `malformed` when the address may not be called
 */
export async function changeRobotAddress(
  work: Work,
  id: string,
  change: RobotAddressChange,
  keeping: RobotKeeping,
): Promise<void> {
  const robot = await work.manager.findOneBy(RobotEntity, { campaignId: work.campaignId, id });
  if (!robot) throw new DomainError('not_found');
  const channel = robot.channel as RobotChannel;
  const sealedAddress = await sealAddress(work, { id, channel }, change, keeping);
  const [, changed] = await work.manager.query<[unknown[], number]>(
    `UPDATE robot SET sealed_address = $4, version = version + 1, not_before = NULL, last_error = NULL
     WHERE campaign_id = $1 AND id = $2 AND version = $3`,
    [work.campaignId, id, change.version, sealedAddress],
  );
  if (changed === 0) throw new DomainError('stale_version');
  await audit(work, id, { address: 'replaced' });
}

async function sealAddress(
  { campaignId }: Work,
  { id, channel }: { id: string; channel: RobotChannel },
  given: { url: string; secret: string | null },
  { allowedHosts, vault }: RobotKeeping,
): Promise<Buffer> {
  const url = given.url.trim();
  if (!robotHostOf(channel, url, allowedHosts)) {
    const message =
      '只能填所选平台群机器人的 https 网址；政务内网的主机须先由维护人员在 JUNHENG_ROBOT_HOSTS 中放行';
    throw new DomainError('malformed', {
      detail: '群机器人的网址不能使用。',
      errors: [{ pointer: '/url', message }],
    });
  }
  return vault.seal({ campaignId, id }, { url, secret: given.secret?.trim() || null });
}

/**
 * Writes a test message to the group through the outbox, as every message.
 * @throws DomainError `not_found`
 */
export async function testRobot(work: Work, id: string): Promise<void> {
  const [, written] = await work.manager.query<[unknown[], number]>(
    `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, channel, target, recipient_name, subject, body, status,
       created_at)
     SELECT $1, $3::uuid, 'robot_test', 'robot_test/' || $3, channel, id, name, '【均衡】测试消息',
       '这是一条测试消息：本群将收到任务提醒和逾期情况的简要数字。', $4, $5
     FROM robot WHERE campaign_id = $1 AND id = $2 RETURNING id`,
    [work.campaignId, id, work.newId(), work.exercise ? 'rehearsal' : 'queued', work.now],
  );
  if (written === 0) throw new DomainError('not_found');
}

async function exists(work: Work, id: string): Promise<boolean> {
  const rows = await work.manager.query<unknown[]>(`SELECT 1 FROM robot WHERE campaign_id = $1 AND id = $2`, [
    work.campaignId,
    id,
  ]);
  return rows.length > 0;
}

function audit(work: Work, id: string, detail: Readonly<Record<string, unknown>>): Promise<void> {
  return recordAudit(work.manager, {
    at: work.now,
    account: { id: work.actor.accountId, name: work.actor.name },
    campaignId: work.campaignId,
    action: 'robot_changed',
    target: id,
    outcome: 'done',
    detail,
  });
}
