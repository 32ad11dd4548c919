import type { MigrationInterface, QueryRunner } from 'typeorm';

/** School tables: what was sent, and the data sets that came of it, which nobody changes afterwards. */
export class CreateSchoolData1795305605000 implements MigrationInterface {
  name = 'CreateSchoolData1795305605000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE school_import (
        campaign_id uuid NOT NULL CONSTRAINT school_import_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT school_import_kind_check CHECK (kind IN ('annual', 'self_check')),
        as_of date NOT NULL,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        rows_read integer NOT NULL,
        rows_accepted integer NOT NULL,
        rows_rejected integer NOT NULL,
        reading jsonb NOT NULL,
        class_reading jsonb,
        created_by uuid NOT NULL CONSTRAINT school_import_created_by_fk REFERENCES account (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT school_import_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT school_import_rows_check CHECK (rows_read = rows_accepted + rows_rejected)
      )`);
    await runner.query(`
      CREATE TABLE school_data_set (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        import_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT school_data_set_kind_check CHECK (kind IN ('annual', 'self_check')),
        school_year text NOT NULL,
        as_of date NOT NULL,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        schools integer NOT NULL,
        classes integer NOT NULL,
        imported_by uuid NOT NULL CONSTRAINT school_data_set_imported_by_fk REFERENCES account (id),
        imported_at timestamptz NOT NULL,
        CONSTRAINT school_data_set_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT school_data_set_file_key UNIQUE (campaign_id, kind, as_of, sha256),
        CONSTRAINT school_data_set_import_fk FOREIGN KEY (campaign_id, import_id)
          REFERENCES school_import (campaign_id, id)
      )`);
    await runner.query(`
      CREATE TABLE school_record (
        campaign_id uuid NOT NULL,
        data_set_id uuid NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        content jsonb NOT NULL,
        CONSTRAINT school_record_pk PRIMARY KEY (campaign_id, data_set_id, code),
        CONSTRAINT school_record_data_set_fk FOREIGN KEY (campaign_id, data_set_id)
          REFERENCES school_data_set (campaign_id, id)
      )`);
    await runner.query(`
      CREATE TABLE class_record (
        campaign_id uuid NOT NULL,
        data_set_id uuid NOT NULL,
        position integer NOT NULL,
        content jsonb NOT NULL,
        CONSTRAINT class_record_pk PRIMARY KEY (campaign_id, data_set_id, position),
        CONSTRAINT class_record_data_set_fk FOREIGN KEY (campaign_id, data_set_id)
          REFERENCES school_data_set (campaign_id, id)
      )`);
    for (const table of ['school_import', 'school_data_set', 'school_record', 'class_record']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE class_record, school_record, school_data_set, school_import`);
  }
}
