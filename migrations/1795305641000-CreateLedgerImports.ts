import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ledgers people keep in workbooks: what was read of a file, and whether it was taken over. */
export class CreateLedgerImports1795305641000 implements MigrationInterface {
  name = 'CreateLedgerImports1795305641000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_import (
        campaign_id uuid NOT NULL CONSTRAINT ledger_import_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        as_of date NOT NULL,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        rows_read integer NOT NULL,
        opened integer NOT NULL,
        changed integer NOT NULL,
        unchanged integer NOT NULL,
        rejected integer NOT NULL,
        reading jsonb NOT NULL,
        created_by uuid NOT NULL CONSTRAINT ledger_import_created_by_fk REFERENCES account (id),
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        CONSTRAINT ledger_import_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT ledger_import_rows_check CHECK (rows_read = opened + changed + unchanged + rejected)
      )`);
    await runner.query(
      `CREATE INDEX ledger_import_file_idx ON ledger_import (campaign_id, kind, sha256) WHERE confirmed_at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ledger_import`);
  }
}
