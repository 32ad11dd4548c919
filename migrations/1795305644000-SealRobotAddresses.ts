import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses of robots are kept sealed. What stands there in plain text is sealed when a server starts, because the key
 * lies outside the database; no statement can write plain text from now on.
 */
export class SealRobotAddresses1795305644000 implements MigrationInterface {
  readonly name = 'SealRobotAddresses1795305644000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE robot
        ADD COLUMN sealed_address bytea,
        ALTER COLUMN url DROP NOT NULL,
        ADD CONSTRAINT robot_address_check CHECK (num_nonnulls(url, sealed_address) = 1),
        ADD CONSTRAINT robot_plain_check CHECK (url IS NULL AND secret IS NULL) NOT VALID`);
  }

  /** A sealed address cannot be opened here: its robot stays on record, switched off, without one. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE robot DROP CONSTRAINT robot_plain_check, DROP CONSTRAINT robot_address_check`);
    await runner.query(`
      UPDATE robot SET url = 'https://address.invalid/', active = false, last_error = '网址已加密，请重新添加'
      WHERE url IS NULL`);
    await runner.query(`ALTER TABLE robot DROP COLUMN sealed_address, ALTER COLUMN url SET NOT NULL`);
  }
}
