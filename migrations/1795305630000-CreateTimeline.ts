import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dates the office sets for a phase, the conditions of its gate, and who passed it; all of them append-only. */
export class CreateTimeline1795305630000 implements MigrationInterface {
  name = 'CreateTimeline1795305630000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE phase_date (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        phase_id uuid NOT NULL,
        number integer NOT NULL,
        starts_on date,
        ends_on date,
        reason text NOT NULL,
        set_by uuid NOT NULL CONSTRAINT phase_date_set_by_fk REFERENCES account (id),
        set_at timestamptz NOT NULL,
        CONSTRAINT phase_date_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT phase_date_number_key UNIQUE (campaign_id, phase_id, number),
        CONSTRAINT phase_date_phase_fk FOREIGN KEY (campaign_id, phase_id) REFERENCES phase (campaign_id, id),
        CONSTRAINT phase_date_order_check CHECK (starts_on <= ends_on),
        CONSTRAINT phase_date_both_check CHECK ((starts_on IS NULL) = (ends_on IS NULL))
      )`);
    await runner.query(`
      CREATE TABLE gate_version (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        phase_id uuid NOT NULL,
        number integer NOT NULL,
        conditions jsonb NOT NULL,
        saved_by uuid NOT NULL CONSTRAINT gate_version_saved_by_fk REFERENCES account (id),
        saved_at timestamptz NOT NULL,
        CONSTRAINT gate_version_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT gate_version_number_key UNIQUE (campaign_id, phase_id, number),
        CONSTRAINT gate_version_phase_fk FOREIGN KEY (campaign_id, phase_id) REFERENCES phase (campaign_id, id)
      )`);
    await runner.query(`
      CREATE TABLE gate_decision (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        phase_id uuid NOT NULL,
        number integer NOT NULL,
        outcome text NOT NULL CONSTRAINT gate_decision_outcome_check CHECK (outcome IN ('passed', 'revoked')),
        note text NOT NULL,
        reason text,
        lacking integer NOT NULL,
        answers jsonb NOT NULL,
        decided_on date NOT NULL,
        decided_by uuid NOT NULL CONSTRAINT gate_decision_decided_by_fk REFERENCES account (id),
        decided_at timestamptz NOT NULL,
        CONSTRAINT gate_decision_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT gate_decision_number_key UNIQUE (campaign_id, phase_id, number),
        CONSTRAINT gate_decision_phase_fk FOREIGN KEY (campaign_id, phase_id) REFERENCES phase (campaign_id, id),
        CONSTRAINT gate_decision_reason_check CHECK (lacking = 0 OR reason IS NOT NULL)
      )`);
    for (const table of ['phase_date', 'gate_version', 'gate_decision']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE gate_decision, gate_version, phase_date`);
  }
}
