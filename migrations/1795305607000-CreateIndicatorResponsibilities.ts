import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is responsible for an indicator and when its data are due, and what a task was made from when it came of a gap. */
export class CreateIndicatorResponsibilities1795305607000 implements MigrationInterface {
  name = 'CreateIndicatorResponsibilities1795305607000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE indicator_cycle (
        campaign_id uuid NOT NULL CONSTRAINT indicator_cycle_campaign_fk REFERENCES campaign (id),
        indicator text NOT NULL,
        due_month integer,
        due_day integer,
        note text NOT NULL,
        updated_by uuid NOT NULL CONSTRAINT indicator_cycle_updated_by_fk REFERENCES account (id),
        updated_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT indicator_cycle_pk PRIMARY KEY (campaign_id, indicator),
        CONSTRAINT indicator_cycle_due_check CHECK ((due_month IS NULL) = (due_day IS NULL)
          AND due_month BETWEEN 1 AND 12 AND due_day BETWEEN 1 AND 31)
      )`);
    await runner.query(`
      CREATE TABLE indicator_responsibility (
        campaign_id uuid NOT NULL,
        indicator text NOT NULL,
        unit_id uuid NOT NULL,
        role text NOT NULL CONSTRAINT indicator_responsibility_role_check CHECK (role IN ('lead', 'support')),
        position integer NOT NULL,
        CONSTRAINT indicator_responsibility_pk PRIMARY KEY (campaign_id, indicator, unit_id),
        CONSTRAINT indicator_responsibility_cycle_fk FOREIGN KEY (campaign_id, indicator)
          REFERENCES indicator_cycle (campaign_id, indicator),
        CONSTRAINT indicator_responsibility_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id)
      )`);
    await this.createGaps(runner);
  }

  private async createGaps(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE task DROP CONSTRAINT task_source_check`);
    await runner.query(`
      ALTER TABLE task ADD CONSTRAINT task_source_check
        CHECK (source_kind IN ('duty', 'clause', 'target', 'project', 'indicator', 'free')),
        ADD COLUMN data_contradicted boolean NOT NULL DEFAULT false`);
    await runner.query(`
      CREATE TABLE task_gap (
        campaign_id uuid NOT NULL,
        task_id uuid NOT NULL,
        position integer NOT NULL,
        indicator text NOT NULL,
        school_code text,
        school_name text,
        stage text CONSTRAINT task_gap_stage_check CHECK (stage IN ('primary', 'junior')),
        data_set_id uuid,
        as_of date NOT NULL,
        figure text NOT NULL,
        line text NOT NULL,
        lacking text NOT NULL,
        CONSTRAINT task_gap_pk PRIMARY KEY (campaign_id, task_id, position),
        CONSTRAINT task_gap_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id),
        CONSTRAINT task_gap_data_set_fk FOREIGN KEY (campaign_id, data_set_id)
          REFERENCES school_data_set (campaign_id, id)
      )`);
    await runner.query(`CREATE INDEX task_gap_indicator_idx ON task_gap (campaign_id, indicator)`);
    await runner.query(`
      CREATE TRIGGER task_gap_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON task_gap
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  /** Tasks made from gaps stay, as tasks without a source. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE task_gap`);
    await runner.query(`UPDATE task SET source_kind = 'free' WHERE source_kind = 'indicator'`);
    await runner.query(`ALTER TABLE task DROP CONSTRAINT task_source_check, DROP COLUMN data_contradicted`);
    await runner.query(`
      ALTER TABLE task ADD CONSTRAINT task_source_check
        CHECK (source_kind IN ('duty', 'clause', 'target', 'project', 'free'))`);
    await runner.query(`DROP TABLE indicator_responsibility, indicator_cycle`);
  }
}
