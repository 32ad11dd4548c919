import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schedule as it stood on a day, frozen for later comparison. */
export class CreateBaselines1795305631000 implements MigrationInterface {
  name = 'CreateBaselines1795305631000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE baseline (
        campaign_id uuid NOT NULL CONSTRAINT baseline_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        name text NOT NULL,
        note text,
        taken_on date NOT NULL,
        taken_by uuid CONSTRAINT baseline_taken_by_fk REFERENCES account (id),
        taken_at timestamptz NOT NULL,
        CONSTRAINT baseline_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT baseline_name_key UNIQUE (campaign_id, name)
      )`);
    await runner.query(`
      CREATE TABLE baseline_item (
        campaign_id uuid NOT NULL,
        baseline_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT baseline_item_kind_check
          CHECK (kind IN ('phase', 'task', 'milestone', 'target')),
        key text NOT NULL,
        position integer NOT NULL,
        number text,
        title text NOT NULL,
        unit text,
        value text,
        starts_on date,
        due_on date,
        state text NOT NULL,
        done_on date,
        CONSTRAINT baseline_item_pk PRIMARY KEY (campaign_id, baseline_id, kind, key),
        CONSTRAINT baseline_item_baseline_fk FOREIGN KEY (campaign_id, baseline_id)
          REFERENCES baseline (campaign_id, id)
      )`);
    for (const table of ['baseline', 'baseline_item']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE baseline_item, baseline`);
  }
}
