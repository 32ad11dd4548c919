import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assumptions about coming years under a name; they rest on a data set and never change it. */
export class CreateWhatIfs1795305608000 implements MigrationInterface {
  name = 'CreateWhatIfs1795305608000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE what_if (
        campaign_id uuid NOT NULL CONSTRAINT what_if_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        name text NOT NULL,
        data_set_id uuid NOT NULL,
        goal_year integer NOT NULL,
        assumptions jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_by uuid NOT NULL CONSTRAINT what_if_created_by_fk REFERENCES account (id),
        created_at timestamptz NOT NULL,
        updated_by uuid NOT NULL CONSTRAINT what_if_updated_by_fk REFERENCES account (id),
        updated_at timestamptz NOT NULL,
        withdrawn boolean NOT NULL DEFAULT false,
        CONSTRAINT what_if_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT what_if_data_set_fk FOREIGN KEY (campaign_id, data_set_id)
          REFERENCES school_data_set (campaign_id, id)
      )`);
    // A name is free again once its what-if is withdrawn.
    await runner.query(
      `CREATE UNIQUE INDEX what_if_name_key ON what_if (campaign_id, name) WHERE NOT withdrawn`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE what_if`);
  }
}
