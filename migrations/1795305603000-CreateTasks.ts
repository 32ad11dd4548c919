import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks, the parts of supporting units, the append-only history, and the evidence register. */
export class CreateTasks1795305603000 implements MigrationInterface {
  name = 'CreateTasks1795305603000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task_batch (
        campaign_id uuid NOT NULL CONSTRAINT task_batch_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        digest text NOT NULL,
        created_by uuid NOT NULL CONSTRAINT task_batch_created_by_fk REFERENCES account (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT task_batch_pk PRIMARY KEY (campaign_id, id)
      )`);
    await this.createTask(runner);
    await this.createParts(runner);
    await this.createEvidence(runner);
  }

  private async createTask(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        seq integer NOT NULL,
        batch_id uuid NOT NULL,
        batch_index integer NOT NULL,
        title text NOT NULL,
        description text NOT NULL,
        source_kind text NOT NULL CONSTRAINT task_source_check
          CHECK (source_kind IN ('duty', 'clause', 'target', 'project', 'free')),
        source_id uuid,
        clause_id uuid,
        lead_unit_id uuid NOT NULL,
        state text NOT NULL CONSTRAINT task_state_check CHECK (state IN
          ('draft', 'assigned', 'signed', 'in_progress', 'in_review', 'closed', 'suspended', 'cancelled')),
        suspended_from text,
        returned boolean NOT NULL DEFAULT false,
        priority text NOT NULL CONSTRAINT task_priority_check CHECK (priority IN ('normal', 'important', 'urgent')),
        required_evidence text[] NOT NULL,
        due_on date,
        original_due_on date,
        effective_due_on date,
        due_version integer NOT NULL DEFAULT 1,
        paused_days integer NOT NULL DEFAULT 0,
        paused_on date,
        submission_no integer NOT NULL DEFAULT 0,
        assigned_at timestamptz,
        signed_at timestamptz,
        submitted_by uuid CONSTRAINT task_submitted_by_fk REFERENCES account (id),
        submitted_at timestamptz,
        reviewed_by uuid CONSTRAINT task_reviewed_by_fk REFERENCES account (id),
        closed_at timestamptz,
        last_progress text,
        last_progress_at timestamptz,
        created_by uuid NOT NULL CONSTRAINT task_created_by_fk REFERENCES account (id),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        example boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT task_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT task_seq_key UNIQUE (campaign_id, seq),
        CONSTRAINT task_batch_key UNIQUE (campaign_id, batch_id, batch_index),
        CONSTRAINT task_batch_fk FOREIGN KEY (campaign_id, batch_id) REFERENCES task_batch (campaign_id, id),
        CONSTRAINT task_clause_fk FOREIGN KEY (campaign_id, clause_id) REFERENCES clause (campaign_id, id),
        CONSTRAINT task_lead_unit_fk FOREIGN KEY (campaign_id, lead_unit_id) REFERENCES unit (campaign_id, id),
        CONSTRAINT task_reviewer_check CHECK (submitted_by <> reviewed_by)
      )`);
    await runner.query(`CREATE INDEX task_due_idx ON task (campaign_id, effective_due_on, seq)`);
    await runner.query(`CREATE INDEX task_lead_unit_idx ON task (campaign_id, lead_unit_id, state)`);
    await runner.query(`CREATE INDEX task_clause_idx ON task (campaign_id, clause_id)`);
    await runner.query(`CREATE INDEX task_source_idx ON task (campaign_id, source_id)`);
    await runner.query(`CREATE INDEX task_updated_idx ON task (campaign_id, updated_at, seq)`);
  }

  private async createParts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task_support (
        campaign_id uuid NOT NULL,
        task_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        state text NOT NULL CONSTRAINT task_support_state_check
          CHECK (state IN ('assigned', 'signed', 'in_progress', 'completed')),
        last_report text,
        updated_at timestamptz,
        CONSTRAINT task_support_pk PRIMARY KEY (campaign_id, task_id, unit_id),
        CONSTRAINT task_support_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id) ON DELETE CASCADE,
        CONSTRAINT task_support_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id)
      )`);
    await runner.query(`CREATE INDEX task_support_unit_idx ON task_support (campaign_id, unit_id)`);
    await runner.query(`
      CREATE TABLE task_event (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        seq integer NOT NULL,
        at timestamptz NOT NULL,
        action text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        unit_id uuid,
        unit_name text,
        note text,
        changes jsonb NOT NULL DEFAULT '[]',
        due_on date,
        effective_due_on date,
        due_version integer NOT NULL,
        CONSTRAINT task_event_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT task_event_seq_key UNIQUE (campaign_id, task_id, seq),
        CONSTRAINT task_event_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id)
      )`);
    await runner.query(`
      CREATE TRIGGER task_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON task_event
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  private async createEvidence(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evidence (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT evidence_kind_check CHECK (kind IN
          ('document', 'photo', 'ledger', 'accounts', 'minutes', 'roster', 'report', 'other')),
        file_name text NOT NULL,
        media_type text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        status text NOT NULL CONSTRAINT evidence_status_check CHECK (status IN ('draft', 'frozen', 'voided')),
        submission_no integer,
        uploaded_by uuid NOT NULL CONSTRAINT evidence_uploaded_by_fk REFERENCES account (id),
        unit_id uuid,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT evidence_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT evidence_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id),
        CONSTRAINT evidence_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id)
      )`);
    await runner.query(`CREATE INDEX evidence_task_idx ON evidence (campaign_id, task_id)`);
    await runner.query(`CREATE INDEX evidence_sha256_idx ON evidence (sha256)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE evidence, task_event, task_support, task, task_batch`);
  }
}
