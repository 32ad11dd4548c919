import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to the whole installation: settings, the working calendar, the scheduler's pulse, the audit log. */
export class CreateInstanceTables1795305601000 implements MigrationInterface {
  name = 'CreateInstanceTables1795305601000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE instance_setting (
        key text CONSTRAINT instance_setting_pk PRIMARY KEY,
        value jsonb NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE scheduler_heartbeat (
        name text CONSTRAINT scheduler_heartbeat_pk PRIMARY KEY,
        beat_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE calendar_year (
        year integer CONSTRAINT calendar_year_pk PRIMARY KEY,
        notice text NOT NULL,
        url text,
        published_on date
      )`);
    await runner.query(`
      CREATE TABLE calendar_day (
        year integer NOT NULL CONSTRAINT calendar_day_year_fk REFERENCES calendar_year (year) ON DELETE CASCADE,
        day date NOT NULL,
        kind text NOT NULL CONSTRAINT calendar_day_kind_check CHECK (kind IN ('off', 'work')),
        name text NOT NULL,
        CONSTRAINT calendar_day_pk PRIMARY KEY (year, day)
      )`);
    await runner.query(`
      CREATE TABLE audit_event (
        id uuid CONSTRAINT audit_event_pk PRIMARY KEY,
        at timestamptz NOT NULL,
        account_id uuid,
        account_name text,
        campaign_id uuid,
        action text NOT NULL,
        target text,
        outcome text NOT NULL CONSTRAINT audit_event_outcome_check CHECK (outcome IN ('done', 'denied', 'failed')),
        detail jsonb NOT NULL DEFAULT '{}'
      )`);
    await runner.query(`CREATE INDEX audit_event_at_idx ON audit_event (at, id)`);
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE audit_event, calendar_day, calendar_year, scheduler_heartbeat, instance_setting`,
    );
    await runner.query(`DROP FUNCTION refuse_change()`);
  }
}
