import type { MigrationInterface, QueryRunner } from 'typeorm';

const appendOnly = ['ladder_version', 'ladder_activation', 'escalation'];

/** Three clocks on each task, and the escalation ladder: its versions, the rungs raised, whom they tell, and papers asked for. */
export class CreateEscalation1795305612000 implements MigrationInterface {
  name = 'CreateEscalation1795305612000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE campaign
        ADD COLUMN receipt_working_days integer NOT NULL DEFAULT 2
          CONSTRAINT campaign_receipt_days_check CHECK (receipt_working_days BETWEEN 1 AND 60),
        ADD COLUMN verification_working_days integer NOT NULL DEFAULT 5
          CONSTRAINT campaign_verification_days_check CHECK (verification_working_days BETWEEN 1 AND 60)`);
    await runner.query(
      `ALTER TABLE task ADD COLUMN receipt_due_on date, ADD COLUMN verification_due_on date`,
    );
    await this.createLadder(runner);
    await this.createEscalation(runner);
    await this.createConsequences(runner);
    for (const table of appendOnly) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await this.allowKinds(runner, `'reminder_digest', 'overdue_report', 'escalation', 'ladder_check'`);
  }

  private async createLadder(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ladder_version (
        campaign_id uuid NOT NULL CONSTRAINT ladder_version_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        number integer NOT NULL,
        content jsonb NOT NULL,
        leader_ids uuid[] NOT NULL,
        basis text NOT NULL,
        saved_by uuid NOT NULL CONSTRAINT ladder_version_saved_by_fk REFERENCES account (id),
        saved_at timestamptz NOT NULL,
        CONSTRAINT ladder_version_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT ladder_version_number_key UNIQUE (campaign_id, number)
      )`);
    await runner.query(`
      CREATE TABLE ladder_activation (
        campaign_id uuid NOT NULL CONSTRAINT ladder_activation_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        ladder_version_id uuid,
        activated_by uuid NOT NULL CONSTRAINT ladder_activation_by_fk REFERENCES account (id),
        activated_at timestamptz NOT NULL,
        CONSTRAINT ladder_activation_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT ladder_activation_version_fk FOREIGN KEY (campaign_id, ladder_version_id)
          REFERENCES ladder_version (campaign_id, id)
      )`);
  }

  private async createEscalation(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE escalation (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        clock text NOT NULL CONSTRAINT escalation_clock_check CHECK (clock IN ('due', 'receipt', 'verification')),
        due_version integer NOT NULL,
        rung integer NOT NULL,
        rung_name text NOT NULL,
        rung_colour text NOT NULL,
        outcome text NOT NULL CONSTRAINT escalation_outcome_check CHECK (outcome IN ('raised', 'skipped_empty')),
        ladder_version_id uuid NOT NULL,
        audience text[] NOT NULL,
        issues text NOT NULL,
        ground text NOT NULL,
        days_late integer,
        reply_by date,
        reason text,
        actor_id uuid CONSTRAINT escalation_actor_fk REFERENCES account (id),
        actor_name text,
        run_id uuid,
        rehearsal boolean NOT NULL,
        raised_on date NOT NULL,
        raised_at timestamptz NOT NULL,
        CONSTRAINT escalation_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT escalation_once_key UNIQUE (campaign_id, task_id, clock, due_version, rung, rehearsal),
        CONSTRAINT escalation_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id),
        CONSTRAINT escalation_ladder_fk FOREIGN KEY (campaign_id, ladder_version_id)
          REFERENCES ladder_version (campaign_id, id),
        CONSTRAINT escalation_run_fk FOREIGN KEY (campaign_id, run_id) REFERENCES job_run (campaign_id, id),
        CONSTRAINT escalation_origin_check CHECK ((actor_id IS NULL) = (run_id IS NOT NULL)),
        CONSTRAINT escalation_reason_check CHECK ((actor_id IS NULL) = (reason IS NULL))
      )`);
  }

  private async createConsequences(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE escalation_notice (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        escalation_id uuid NOT NULL,
        task_id uuid NOT NULL,
        account_id uuid NOT NULL CONSTRAINT escalation_notice_account_fk REFERENCES account (id),
        rung integer NOT NULL,
        rung_name text NOT NULL,
        ground text NOT NULL,
        reply_by date,
        due_version integer NOT NULL,
        message_id uuid,
        CONSTRAINT escalation_notice_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT escalation_notice_once_key UNIQUE (campaign_id, escalation_id, account_id),
        CONSTRAINT escalation_notice_escalation_fk FOREIGN KEY (campaign_id, escalation_id)
          REFERENCES escalation (campaign_id, id),
        CONSTRAINT escalation_notice_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id),
        CONSTRAINT escalation_notice_message_fk FOREIGN KEY (campaign_id, message_id)
          REFERENCES outbox_message (campaign_id, id)
      )`);
    await runner.query(
      `CREATE INDEX escalation_notice_message_idx ON escalation_notice (campaign_id, message_id)`,
    );
    await runner.query(`
      CREATE TABLE paper_request (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        escalation_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT paper_request_kind_check
          CHECK (kind IN ('urging_paper', 'supervision_paper', 'circular', 'interview_proposal')),
        unit_id uuid NOT NULL,
        task_ids uuid[] NOT NULL,
        requested_at timestamptz NOT NULL,
        issued_at timestamptz,
        CONSTRAINT paper_request_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT paper_request_once_key UNIQUE (campaign_id, escalation_id),
        CONSTRAINT paper_request_escalation_fk FOREIGN KEY (campaign_id, escalation_id)
          REFERENCES escalation (campaign_id, id),
        CONSTRAINT paper_request_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id)
      )`);
  }

  private async allowKinds(runner: QueryRunner, kinds: string): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox_message DROP CONSTRAINT outbox_message_kind_check,
        ADD CONSTRAINT outbox_message_kind_check CHECK (kind IN (${kinds}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE paper_request, escalation_notice, escalation, ladder_activation, ladder_version`,
    );
    await runner.query(`DELETE FROM outbox_message WHERE kind IN ('escalation', 'ladder_check')`);
    await this.allowKinds(runner, `'reminder_digest', 'overdue_report'`);
    await runner.query(`ALTER TABLE task DROP COLUMN receipt_due_on, DROP COLUMN verification_due_on`);
    await runner.query(
      `ALTER TABLE campaign DROP COLUMN receipt_working_days, DROP COLUMN verification_working_days`,
    );
  }
}
