import type { EntityManager } from 'typeorm';
import type { RobotPlace, RobotVault } from './robot-vault.js';

/**
 * How many robots in use cannot post because the data folder's key does not open their address.
 * @param campaignId of all campaigns when absent
 */
export async function countUnreadableRobots(
  manager: EntityManager,
  vault: RobotVault,
  campaignId: string | null = null,
): Promise<number> {
  const robots = await manager.query<(RobotPlace & { sealed: Buffer | null })[]>(
    `SELECT campaign_id AS "campaignId", id, sealed_address AS sealed FROM robot
     WHERE active AND sealed_address IS NOT NULL AND ($1::uuid IS NULL OR campaign_id = $1)`,
    [campaignId],
  );
  return robots.filter((robot) => vault.open(robot, robot.sealed) === undefined).length;
}
