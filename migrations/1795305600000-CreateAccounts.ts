import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their sessions, and the counters that slow guessing down. Global tables: they never point at a campaign. */
export class CreateAccounts1795305600000 implements MigrationInterface {
  name = 'CreateAccounts1795305600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid CONSTRAINT account_pk PRIMARY KEY,
        login text NOT NULL,
        name text NOT NULL,
        email text,
        password_hash text NOT NULL,
        must_change_password boolean NOT NULL DEFAULT true,
        administrator boolean NOT NULL DEFAULT false,
        active boolean NOT NULL DEFAULT true,
        demo boolean NOT NULL DEFAULT false,
        last_signed_in_at timestamptz,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`CREATE UNIQUE INDEX account_login_key ON account (lower(login))`);
    await runner.query(`
      CREATE TABLE session (
        id_hash text CONSTRAINT session_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT session_account_fk REFERENCES account (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX session_account_idx ON session (account_id)`);
    await runner.query(`
      CREATE TABLE login_throttle (
        key text CONSTRAINT login_throttle_pk PRIMARY KEY,
        failures integer NOT NULL,
        window_started_at timestamptz NOT NULL,
        locks integer NOT NULL DEFAULT 0,
        locked_until timestamptz
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE login_throttle, session, account`);
  }
}
