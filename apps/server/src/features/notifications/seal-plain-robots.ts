import type { DataSource, EntityManager } from 'typeorm';
import { DomainError } from '#kernel';
import { StartUpError } from '../../config/start-up-error.js';
import type { RobotPlace, RobotSecrets, RobotVault } from './robot-vault.js';

/**
 * Seals the addresses that an older program left in plain text, in one transaction: killed at any moment, a robot has
 * either its plain address or its sealed one.
 * @returns how many there were
 * @throws StartUpError when there is no key to seal them with
 */
export async function sealPlainRobots(dataSource: DataSource, vault: RobotVault): Promise<number> {
  // Asked without the lock, so that every later start leaves the table alone.
  if ((await readPlain(dataSource.manager)).length === 0) return 0;
  return dataSource.transaction(async (manager) => {
    await manager.query(`LOCK TABLE robot IN ACCESS EXCLUSIVE MODE`);
    const robots = await readPlain(manager);
    if (robots.length === 0) return 0;
    await manager.query(
      `UPDATE robot r SET sealed_address = p.sealed, url = NULL, secret = NULL
       FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) AS p(campaign_id, id, sealed)
       WHERE r.campaign_id = p.campaign_id AND r.id = p.id`,
      [
        robots.map((robot) => robot.campaignId),
        robots.map((robot) => robot.id),
        await Promise.all(robots.map((robot) => sealed(vault, robot))),
      ],
    );
    // An update leaves the old rows in the table's file until a vacuum, and samples of them in the planner's statistics.
    // A column whose values are worked out anew makes PostgreSQL write a new file and forget the samples.
    await manager.query(
      `ALTER TABLE robot ALTER COLUMN url TYPE text USING NULL, ALTER COLUMN secret TYPE text USING NULL`,
    );
    return robots.length;
  });
}

function readPlain(manager: EntityManager): Promise<(RobotPlace & RobotSecrets)[]> {
  return manager.query(
    `SELECT campaign_id AS "campaignId", id, url, secret FROM robot WHERE url IS NOT NULL ORDER BY campaign_id, id`,
  );
}

async function sealed(vault: RobotVault, robot: RobotPlace & RobotSecrets): Promise<Buffer> {
  try {
    return await vault.seal(robot, robot);
  } catch (error) {
    if (error instanceof DomainError) throw new StartUpError(error.message, { cause: error });
    throw error;
  }
}
