import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which heads of a unit are its 主要负责人. */
export class MarkUnitLeaders1795305647000 implements MigrationInterface {
  name = 'MarkUnitLeaders1795305647000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE membership ADD COLUMN unit_leader boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT membership_unit_leader_check CHECK (NOT unit_leader OR role = 'head')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE membership DROP CONSTRAINT membership_unit_leader_check, DROP COLUMN unit_leader`,
    );
  }
}
