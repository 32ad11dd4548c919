import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ladders tried out before they hold: what was asked, how far it is, and what came out. */
export class CreateSimulationRuns1795305616000 implements MigrationInterface {
  readonly name = 'CreateSimulationRuns1795305616000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE simulation_run (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        ladder_version_id uuid NOT NULL,
        from_on date NOT NULL,
        to_on date NOT NULL,
        state text NOT NULL CONSTRAINT simulation_run_state_check CHECK (state IN ('running', 'done', 'failed')),
        share double precision NOT NULL DEFAULT 0 CONSTRAINT simulation_run_share_check CHECK (share BETWEEN 0 AND 1),
        beat_at timestamptz NOT NULL,
        error text,
        result jsonb,
        asked_by uuid NOT NULL CONSTRAINT simulation_run_asked_by_fk REFERENCES account (id),
        asked_at timestamptz NOT NULL,
        CONSTRAINT simulation_run_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT simulation_run_ladder_fk FOREIGN KEY (campaign_id, ladder_version_id)
          REFERENCES ladder_version (campaign_id, id),
        CONSTRAINT simulation_run_days_check CHECK (from_on <= to_on),
        CONSTRAINT simulation_run_result_check CHECK ((state = 'done') = (result IS NOT NULL)),
        CONSTRAINT simulation_run_error_check CHECK ((state = 'failed') = (error IS NOT NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX simulation_run_one_key ON simulation_run (campaign_id) WHERE state = 'running'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE simulation_run`);
  }
}
