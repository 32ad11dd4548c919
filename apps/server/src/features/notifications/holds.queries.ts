import type { Work } from '../../database/unit-of-work.js';
import type { HeldGroup, HoldsView, SuspendedMailbox } from './holds.dto.js';
import { defaultPeopleLimit, peopleLimitKey } from './reach-limit.js';
import type { RobotVault } from './robot-vault.js';
import { readSendingStop } from './sending-switch.js';
import { countUnreadableRobots } from './unreadable-robots.queries.js';

/**
 * All that is held back.
 * @param mayDecide the government office and administrators; others see the suspended mailboxes of their own unit
 */
export async function readHolds(work: Work, mayDecide: boolean, vault: RobotVault): Promise<HoldsView> {
  const { manager, campaignId } = work;
  const held = mayDecide ? await readHeldGroups(work) : [];
  const [limit] = await manager.query<{ people: number }[]>(
    `SELECT (value ->> 'people')::int AS people FROM instance_setting WHERE key = $1`,
    [peopleLimitKey],
  );
  const unitId = mayDecide ? null : (work.actor.unitId ?? campaignId);
  const suspended = await manager.query<(Omit<SuspendedMailbox, 'suspendedAt'> & { at: Date })[]>(
    `SELECT a.id AS "accountId", a.name, u.short_name AS "unitName", f.address, f.failures, f.last_error AS "lastError",
       f.suspended_at AS at
     FROM mailbox_failure f
     JOIN account a ON lower(a.email) = f.address AND a.active
     JOIN membership m ON m.campaign_id = $1 AND m.account_id = a.id
     LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
     WHERE f.suspended_at IS NOT NULL AND ($2::uuid IS NULL OR m.unit_id = $2) ORDER BY f.suspended_at, a.id`,
    [campaignId, unitId],
  );
  return {
    stop: await readSendingStop(manager),
    held,
    suspended: suspended.map(({ at, ...row }) => ({ ...row, suspendedAt: at.toISOString() })),
    peopleLimit: limit?.people ?? defaultPeopleLimit,
    unreadableRobots: mayDecide ? await countUnreadableRobots(manager, vault, campaignId) : 0,
    mayDecide,
  };
}

async function readHeldGroups(work: Work): Promise<HeldGroup[]> {
  const rows = await work.manager.query<(Omit<HeldGroup, 'oldestAt'> & { oldest: Date })[]>(
    `SELECT hold_reason AS reason, count(*)::int AS messages, count(DISTINCT account_id)::int AS people,
       min(created_at) AS oldest
     FROM outbox_message WHERE campaign_id = $1 AND status = 'held' GROUP BY hold_reason ORDER BY hold_reason`,
    [work.campaignId],
  );
  return rows.map(({ oldest, ...row }) => ({ ...row, oldestAt: oldest.toISOString() }));
}
