import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Class censuses, and ledgers whose entries are opened, closed, re-checked and re-verified by data. */
export class CreateLedgers1795305640000 implements MigrationInterface {
  name = 'CreateLedgers1795305640000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createCensuses(runner);
    await this.createEntries(runner);
    await this.createHistory(runner);
    await runner.query(`
      ALTER TABLE task
        DROP CONSTRAINT task_source_check,
        ADD CONSTRAINT task_source_check
          CHECK (source_kind IN ('duty', 'clause', 'target', 'project', 'indicator', 'ledger', 'free'))`);
  }

  private async createCensuses(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE class_import (
        campaign_id uuid NOT NULL CONSTRAINT class_import_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        as_of date NOT NULL,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        rows_read integer NOT NULL,
        rows_accepted integer NOT NULL,
        rows_rejected integer NOT NULL,
        remarks jsonb NOT NULL,
        created_by uuid NOT NULL CONSTRAINT class_import_created_by_fk REFERENCES account (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT class_import_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT class_import_rows_check CHECK (rows_read = rows_accepted + rows_rejected)
      )`);
    // No foreign key to class_import: checking 100,000 rows one by one took as long as storing them, and a file, which nobody
    // changes or deletes, goes in before its rows in the same transaction.
    await runner.query(`
      CREATE TABLE class_row (
        campaign_id uuid NOT NULL,
        import_id uuid NOT NULL,
        school_code text NOT NULL,
        stage text NOT NULL CONSTRAINT class_row_stage_check CHECK (stage IN ('primary', 'junior')),
        grade smallint NOT NULL CONSTRAINT class_row_grade_check CHECK (grade BETWEEN 1 AND 9),
        name text NOT NULL,
        students smallint NOT NULL CONSTRAINT class_row_students_check CHECK (students BETWEEN 0 AND 200),
        CONSTRAINT class_row_pk PRIMARY KEY (campaign_id, import_id, school_code, grade, name)
      )`);
    await runner.query(`
      CREATE TABLE class_census (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        import_id uuid NOT NULL,
        as_of date NOT NULL,
        school_year text NOT NULL,
        sha256 text NOT NULL,
        classes integer NOT NULL,
        above_standard integer NOT NULL,
        large integer NOT NULL,
        oversize integer NOT NULL,
        skipped integer NOT NULL CONSTRAINT class_census_skipped_check CHECK (skipped >= 0),
        confirmed_by uuid NOT NULL CONSTRAINT class_census_confirmed_by_fk REFERENCES account (id),
        confirmed_at timestamptz NOT NULL,
        CONSTRAINT class_census_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT class_census_file_key UNIQUE (campaign_id, as_of, sha256),
        CONSTRAINT class_census_import_fk FOREIGN KEY (campaign_id, import_id)
          REFERENCES class_import (campaign_id, id),
        CONSTRAINT class_census_nested_check
          CHECK (classes >= above_standard AND above_standard >= large AND large >= oversize)
      )`);
    await runner.query(`
      CREATE TABLE class_import_run (
        campaign_id uuid NOT NULL CONSTRAINT class_import_run_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        as_of date NOT NULL,
        file_name text NOT NULL,
        phase text NOT NULL CONSTRAINT class_import_run_phase_check
          CHECK (phase IN ('reading', 'checking', 'storing', 'ready', 'failed')),
        rows_done integer NOT NULL DEFAULT 0,
        rows_total integer,
        problem text,
        started_by uuid NOT NULL CONSTRAINT class_import_run_started_by_fk REFERENCES account (id),
        started_at timestamptz NOT NULL,
        beat_at timestamptz NOT NULL,
        CONSTRAINT class_import_run_pk PRIMARY KEY (campaign_id, id)
      )`);
    for (const table of ['class_import', 'class_row', 'class_census']) await appendOnly(runner, table);
  }

  private async createEntries(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE campaign ADD COLUMN last_ledger_seq integer NOT NULL DEFAULT 0`);
    await runner.query(`
      CREATE TABLE ledger_entry (
        campaign_id uuid NOT NULL CONSTRAINT ledger_entry_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        seq integer NOT NULL,
        kind text NOT NULL,
        subject_key text NOT NULL,
        subject text NOT NULL,
        school_code text,
        school_name text,
        stage text CONSTRAINT ledger_entry_stage_check CHECK (stage IN ('primary', 'junior')),
        indicator text,
        unit_id uuid,
        township_id uuid,
        cause text,
        measure text,
        measure_note text,
        project_id uuid,
        due_on date,
        target_year integer,
        fields jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL CONSTRAINT ledger_entry_state_check
          CHECK (state IN ('open', 'applied', 'rechecked', 'unit_closed', 'contradicted', 'closed')),
        closing_ground text CONSTRAINT ledger_entry_ground_check CHECK (closing_ground IN ('solved', 'gone')),
        achieved_on date,
        opened_by uuid CONSTRAINT ledger_entry_opened_by_fk REFERENCES account (id),
        opened_on date NOT NULL,
        opened_at timestamptz NOT NULL,
        applied_by uuid CONSTRAINT ledger_entry_applied_by_fk REFERENCES account (id),
        rechecked_by uuid CONSTRAINT ledger_entry_rechecked_by_fk REFERENCES account (id),
        confirmed_by uuid CONSTRAINT ledger_entry_confirmed_by_fk REFERENCES account (id),
        application_no integer NOT NULL DEFAULT 0,
        closed_at timestamptz,
        data_outcome text CONSTRAINT ledger_entry_outcome_check CHECK (data_outcome IN ('over', 'within', 'gone')),
        data_as_of date,
        opened_value numeric,
        value numeric,
        line numeric,
        category text,
        relapses integer NOT NULL DEFAULT 0,
        task_id uuid,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL,
        example boolean NOT NULL DEFAULT false,
        CONSTRAINT ledger_entry_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT ledger_entry_seq_key UNIQUE (campaign_id, seq),
        CONSTRAINT ledger_entry_subject_key UNIQUE (campaign_id, kind, subject_key),
        CONSTRAINT ledger_entry_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id),
        CONSTRAINT ledger_entry_township_fk FOREIGN KEY (campaign_id, township_id) REFERENCES unit (campaign_id, id),
        CONSTRAINT ledger_entry_project_fk FOREIGN KEY (campaign_id, project_id) REFERENCES project (campaign_id, id),
        CONSTRAINT ledger_entry_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id),
        CONSTRAINT ledger_entry_apart_check CHECK (applied_by <> opened_by AND applied_by <> rechecked_by
          AND rechecked_by <> confirmed_by AND applied_by <> confirmed_by),
        CONSTRAINT ledger_entry_solved_check CHECK (NOT (state = 'closed' AND data_outcome = 'over')),
        CONSTRAINT ledger_entry_closed_check CHECK (state NOT IN ('unit_closed', 'closed') OR closing_ground IS NOT NULL)
      )`);
    await runner.query(
      `CREATE INDEX ledger_entry_state_idx ON ledger_entry (campaign_id, kind, state, seq DESC)`,
    );
    await runner.query(`CREATE INDEX ledger_entry_unit_idx ON ledger_entry (campaign_id, unit_id, state)`);
    await runner.query(`CREATE INDEX ledger_entry_school_idx ON ledger_entry (campaign_id, school_code)`);
  }

  private async createHistory(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_event (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        entry_id uuid NOT NULL,
        action text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        note text,
        detail jsonb NOT NULL DEFAULT '{}',
        account_id uuid CONSTRAINT ledger_event_account_fk REFERENCES account (id),
        unit_id uuid,
        source_id uuid,
        data_as_of date,
        at timestamptz NOT NULL,
        CONSTRAINT ledger_event_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT ledger_event_entry_fk FOREIGN KEY (campaign_id, entry_id)
          REFERENCES ledger_entry (campaign_id, id)
      )`);
    await runner.query(`CREATE INDEX ledger_event_entry_idx ON ledger_event (campaign_id, entry_id, id)`);
    await runner.query(`
      CREATE TABLE ledger_evidence (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        entry_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT ledger_evidence_kind_check CHECK (kind IN
          ('document', 'photo', 'ledger', 'accounts', 'minutes', 'roster', 'report', 'other')),
        file_name text NOT NULL,
        media_type text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        application_no integer,
        voided_at timestamptz,
        void_reason text,
        uploaded_by uuid NOT NULL CONSTRAINT ledger_evidence_uploaded_by_fk REFERENCES account (id),
        unit_id uuid,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT ledger_evidence_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT ledger_evidence_entry_fk FOREIGN KEY (campaign_id, entry_id)
          REFERENCES ledger_entry (campaign_id, id)
      )`);
    await runner.query(`CREATE INDEX ledger_evidence_entry_idx ON ledger_evidence (campaign_id, entry_id)`);
    await runner.query(`CREATE INDEX ledger_evidence_sha256_idx ON ledger_evidence (sha256)`);
    await runner.query(`
      CREATE TABLE ledger_target (
        campaign_id uuid NOT NULL CONSTRAINT ledger_target_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        year integer NOT NULL,
        quantity integer NOT NULL CONSTRAINT ledger_target_quantity_check CHECK (quantity >= 0),
        basis text NOT NULL,
        set_by uuid NOT NULL CONSTRAINT ledger_target_set_by_fk REFERENCES account (id),
        set_at timestamptz NOT NULL,
        CONSTRAINT ledger_target_pk PRIMARY KEY (campaign_id, id)
      )`);
    await runner.query(
      `CREATE INDEX ledger_target_kind_idx ON ledger_target (campaign_id, kind, year, id DESC)`,
    );
    await appendOnly(runner, 'ledger_event');
    await appendOnly(runner, 'ledger_target');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE task SET source_kind = 'free', source_id = NULL WHERE source_kind = 'ledger'`);
    await runner.query(`
      ALTER TABLE task
        DROP CONSTRAINT task_source_check,
        ADD CONSTRAINT task_source_check
          CHECK (source_kind IN ('duty', 'clause', 'target', 'project', 'indicator', 'free'))`);
    await runner.query(
      `DROP TABLE ledger_target, ledger_evidence, ledger_event, ledger_entry, class_census, class_row, class_import,
         class_import_run`,
    );
    await runner.query(`ALTER TABLE campaign DROP COLUMN last_ledger_seq`);
  }
}

async function appendOnly(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}
