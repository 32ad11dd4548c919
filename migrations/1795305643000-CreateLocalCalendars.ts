import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days a province, city or county has set for itself, on top of the national calendar and for one campaign. */
export class CreateLocalCalendars1795305643000 implements MigrationInterface {
  name = 'CreateLocalCalendars1795305643000';

  async up(runner: QueryRunner): Promise<void> {
    // Each time a set is entered or taken back is a row of its own; the newest of a year and level counts.
    await runner.query(`
      CREATE TABLE local_calendar (
        campaign_id uuid NOT NULL CONSTRAINT local_calendar_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        year integer NOT NULL,
        level text NOT NULL CONSTRAINT local_calendar_level_check CHECK (level IN ('province', 'city', 'county')),
        revision integer NOT NULL CONSTRAINT local_calendar_revision_check CHECK (revision > 0),
        notice text NOT NULL CONSTRAINT local_calendar_notice_check CHECK (notice <> ''),
        url text,
        published_on date,
        entered_by uuid NOT NULL CONSTRAINT local_calendar_entered_by_fk REFERENCES account (id),
        entered_at timestamptz NOT NULL,
        CONSTRAINT local_calendar_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT local_calendar_revision_key UNIQUE (campaign_id, year, level, revision)
      )`);
    await runner.query(`
      CREATE TABLE local_calendar_day (
        campaign_id uuid NOT NULL,
        calendar_id uuid NOT NULL,
        day date NOT NULL,
        kind text NOT NULL CONSTRAINT local_calendar_day_kind_check CHECK (kind IN ('off', 'work')),
        name text NOT NULL,
        notice text NOT NULL CONSTRAINT local_calendar_day_notice_check CHECK (notice <> ''),
        CONSTRAINT local_calendar_day_pk PRIMARY KEY (campaign_id, calendar_id, day),
        CONSTRAINT local_calendar_day_calendar_fk FOREIGN KEY (campaign_id, calendar_id)
          REFERENCES local_calendar (campaign_id, id)
      )`);
    for (const table of ['local_calendar', 'local_calendar_day']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE local_calendar_day, local_calendar`);
  }
}
