import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of reminding as data with an append-only record of changes, and runs that cover business time without a gap. */
export class CreateReminderRules1795305611000 implements MigrationInterface {
  name = 'CreateReminderRules1795305611000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createRules(runner);
    await this.keyReminders(runner);
    await this.chainRuns(runner);
  }

  private async createRules(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_rule (
        campaign_id uuid NOT NULL CONSTRAINT reminder_rule_campaign_fk REFERENCES campaign (id),
        position integer NOT NULL,
        name text NOT NULL,
        offset_days integer NOT NULL CONSTRAINT reminder_rule_offset_check CHECK (offset_days BETWEEN -120 AND 250),
        day_kind text NOT NULL CONSTRAINT reminder_rule_day_kind_check CHECK (day_kind IN ('working', 'calendar')),
        recipients text[] NOT NULL CONSTRAINT reminder_rule_recipients_check CHECK (cardinality(recipients) > 0
          AND recipients <@ ARRAY['handler', 'lead_head', 'supporting', 'government_office']),
        source_kinds text[] NOT NULL,
        priorities text[] NOT NULL,
        active boolean NOT NULL,
        CONSTRAINT reminder_rule_pk PRIMARY KEY (campaign_id, position)
      )`);
    await runner.query(`
      CREATE TABLE reminder_rule_change (
        campaign_id uuid NOT NULL CONSTRAINT reminder_rule_change_campaign_fk REFERENCES campaign (id),
        version integer NOT NULL,
        at timestamptz NOT NULL,
        actor_id uuid NOT NULL CONSTRAINT reminder_rule_change_actor_fk REFERENCES account (id),
        actor_name text NOT NULL,
        note text,
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        CONSTRAINT reminder_rule_change_pk PRIMARY KEY (campaign_id, version)
      )`);
    await runner.query(`
      CREATE TRIGGER reminder_rule_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reminder_rule_change
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  /**
   * "At most once" becomes the row's identity: one index to keep instead of two, and no id that nothing refers to. Accounts
   * are never deleted and come from a join in the same transaction; checking each again was a sixth of a day's run.
   */
  private async keyReminders(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reminder DROP CONSTRAINT reminder_pk, DROP CONSTRAINT reminder_account_fk, DROP COLUMN id,
        ADD COLUMN rule_name text NOT NULL DEFAULT '', ADD COLUMN effective_due_on date`);
    await runner.query(`ALTER TABLE reminder DROP CONSTRAINT reminder_once_key,
      ADD CONSTRAINT reminder_pk PRIMARY KEY (campaign_id, task_id, account_id, due_version, rule)`);
    await runner.query(`ALTER TABLE reminder ALTER COLUMN rule_name DROP DEFAULT`);
    await runner.query(`CREATE INDEX reminder_account_idx ON reminder (campaign_id, account_id, planned_at)`);
  }

  /**
   * A run begins where another of the same chain ended, and nowhere twice: gaps fail on the foreign key, overlaps and
   * second beginnings on the unique keys. Runs that repeat an instant already covered, after a clock went back, cover nothing.
   */
  private async chainRuns(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE job_run ADD COLUMN chain text NOT NULL DEFAULT '',
        ADD COLUMN outcome text NOT NULL DEFAULT 'done'
          CONSTRAINT job_run_outcome_check CHECK (outcome IN ('done', 'skipped')),
        ADD COLUMN covered_from timestamptz, ADD COLUMN covered_to timestamptz,
        ADD CONSTRAINT job_run_covered_check CHECK (covered_from < covered_to),
        ADD CONSTRAINT job_run_covers_check CHECK (covered_from IS NULL OR covered_to IS NOT NULL),
        ADD CONSTRAINT job_run_covered_from_key UNIQUE (campaign_id, job, chain, covered_from),
        ADD CONSTRAINT job_run_covered_to_key UNIQUE (campaign_id, job, chain, covered_to),
        ADD CONSTRAINT job_run_contiguous_fk FOREIGN KEY (campaign_id, job, chain, covered_from)
          REFERENCES job_run (campaign_id, job, chain, covered_to)`);
    await runner.query(`
      CREATE UNIQUE INDEX job_run_first_key ON job_run (campaign_id, job, chain)
      WHERE covered_from IS NULL AND covered_to IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX job_run_first_key`);
    await runner.query(`
      ALTER TABLE job_run DROP CONSTRAINT job_run_contiguous_fk, DROP COLUMN chain, DROP COLUMN outcome,
        DROP COLUMN covered_from, DROP COLUMN covered_to`);
    await runner.query(`DROP INDEX reminder_account_idx`);
    await runner.query(`
      ALTER TABLE reminder DROP CONSTRAINT reminder_pk, DROP COLUMN rule_name, DROP COLUMN effective_due_on,
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid()`);
    await runner.query(`
      ALTER TABLE reminder ALTER COLUMN id DROP DEFAULT, ADD CONSTRAINT reminder_pk PRIMARY KEY (campaign_id, id),
        ADD CONSTRAINT reminder_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
        ADD CONSTRAINT reminder_once_key UNIQUE (campaign_id, task_id, account_id, due_version, rule)`);
    await runner.query(`DROP TABLE reminder_rule_change, reminder_rule`);
  }
}
