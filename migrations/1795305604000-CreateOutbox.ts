import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scheduled work as rows: slot claims, planned reminders, and messages waiting to be delivered. */
export class CreateOutbox1795305604000 implements MigrationInterface {
  name = 'CreateOutbox1795305604000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_run (
        campaign_id uuid NOT NULL CONSTRAINT job_run_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        job text NOT NULL,
        slot text NOT NULL,
        claimed_at timestamptz NOT NULL,
        summary jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT job_run_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT job_run_slot_key UNIQUE (campaign_id, job, slot)
      )`);
    await runner.query(`
      CREATE TABLE outbox_message (
        campaign_id uuid NOT NULL CONSTRAINT outbox_message_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT outbox_message_kind_check CHECK (kind IN ('reminder_digest', 'overdue_report')),
        dedup_key text NOT NULL,
        account_id uuid NOT NULL CONSTRAINT outbox_message_account_fk REFERENCES account (id),
        recipient_name text NOT NULL,
        recipient_address text,
        subject text NOT NULL,
        body text NOT NULL,
        task_ids uuid[] NOT NULL DEFAULT '{}',
        status text NOT NULL CONSTRAINT outbox_message_status_check CHECK (status IN
          ('queued', 'sending', 'sent', 'uncertain', 'dead', 'rehearsal', 'withdrawn')),
        attempts integer NOT NULL DEFAULT 0,
        not_before timestamptz,
        lease_until timestamptz,
        claim_token uuid,
        last_error text,
        created_at timestamptz NOT NULL,
        sent_at timestamptz,
        CONSTRAINT outbox_message_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT outbox_message_dedup_key UNIQUE (campaign_id, dedup_key)
      )`);
    await runner.query(
      `CREATE INDEX outbox_message_status_idx ON outbox_message (campaign_id, status, not_before)`,
    );
    await runner.query(`
      CREATE TABLE outbox_attachment (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        message_id uuid NOT NULL,
        file_name text NOT NULL,
        media_type text NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT outbox_attachment_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT outbox_attachment_message_fk FOREIGN KEY (campaign_id, message_id)
          REFERENCES outbox_message (campaign_id, id) ON DELETE CASCADE
      )`);
    await runner.query(
      `CREATE INDEX outbox_attachment_message_idx ON outbox_attachment (campaign_id, message_id)`,
    );
    await runner.query(`
      CREATE TABLE reminder (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        run_id uuid NOT NULL,
        task_id uuid NOT NULL,
        account_id uuid NOT NULL CONSTRAINT reminder_account_fk REFERENCES account (id),
        due_version integer NOT NULL,
        rule text NOT NULL,
        outcome text NOT NULL CONSTRAINT reminder_outcome_check CHECK (outcome IN ('queued', 'superseded')),
        message_id uuid,
        planned_at timestamptz NOT NULL,
        CONSTRAINT reminder_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT reminder_once_key UNIQUE (campaign_id, task_id, account_id, due_version, rule),
        CONSTRAINT reminder_run_fk FOREIGN KEY (campaign_id, run_id) REFERENCES job_run (campaign_id, id),
        CONSTRAINT reminder_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id),
        CONSTRAINT reminder_message_fk FOREIGN KEY (campaign_id, message_id) REFERENCES outbox_message (campaign_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reminder, outbox_attachment, outbox_message, job_run`);
  }
}
