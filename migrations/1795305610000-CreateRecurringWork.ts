import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of recurring work, and one instance for each period and unit. */
export class CreateRecurringWork1795305610000 implements MigrationInterface {
  name = 'CreateRecurringWork1795305610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recurring_rule (
        campaign_id uuid NOT NULL CONSTRAINT recurring_rule_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        title text NOT NULL,
        description text NOT NULL,
        recurrence jsonb NOT NULL,
        audience text NOT NULL CONSTRAINT recurring_rule_audience_check
          CHECK (audience IN ('units', 'townships', 'departments')),
        unit_ids uuid[] NOT NULL,
        create_ahead_days integer NOT NULL,
        missed text NOT NULL CONSTRAINT recurring_rule_missed_check CHECK (missed IN ('all', 'latest')),
        required_evidence text[] NOT NULL,
        priority text NOT NULL CONSTRAINT recurring_rule_priority_check
          CHECK (priority IN ('normal', 'important', 'urgent')),
        clause_id uuid,
        indicator_id text,
        state text NOT NULL CONSTRAINT recurring_rule_state_check CHECK (state IN ('active', 'paused', 'ended')),
        created_by uuid NOT NULL CONSTRAINT recurring_rule_created_by_fk REFERENCES account (id),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT recurring_rule_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT recurring_rule_clause_fk FOREIGN KEY (campaign_id, clause_id) REFERENCES clause (campaign_id, id)
      )`);
    await runner.query(`
      CREATE TABLE recurring_instance (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        rule_id uuid NOT NULL,
        period text NOT NULL,
        unit_id uuid NOT NULL,
        due_on date NOT NULL,
        task_id uuid,
        skipped text,
        created_at timestamptz NOT NULL,
        CONSTRAINT recurring_instance_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT recurring_instance_once_key UNIQUE (campaign_id, rule_id, period, unit_id),
        CONSTRAINT recurring_instance_task_key UNIQUE (campaign_id, task_id),
        CONSTRAINT recurring_instance_made_check CHECK ((task_id IS NULL) <> (skipped IS NULL)),
        CONSTRAINT recurring_instance_rule_fk FOREIGN KEY (campaign_id, rule_id)
          REFERENCES recurring_rule (campaign_id, id),
        CONSTRAINT recurring_instance_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id),
        CONSTRAINT recurring_instance_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id)
      )`);
    await runner.query(`
      CREATE TRIGGER recurring_instance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON recurring_instance
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE recurring_instance, recurring_rule`);
  }
}
