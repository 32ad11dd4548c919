import type { MigrationInterface, QueryRunner } from 'typeorm';

const basis = `
  clause_id uuid NOT NULL,
  position integer NOT NULL,
  withdrawn boolean NOT NULL DEFAULT false`;

/** A campaign's plan as loaded from a pack. `entry` is the pack's own id of the row, so a later pack finds it again. */
export class CreateCampaignPlan1795305602000 implements MigrationInterface {
  name = 'CreateCampaignPlan1795305602000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE campaign (
        id uuid CONSTRAINT campaign_pk PRIMARY KEY,
        name text NOT NULL,
        place text NOT NULL,
        pack_id text,
        pack_fingerprint text,
        example boolean NOT NULL DEFAULT false,
        last_task_seq integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE pack_load (
        campaign_id uuid NOT NULL CONSTRAINT pack_load_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        pack_id text NOT NULL,
        fingerprint text NOT NULL,
        content jsonb NOT NULL,
        loaded_at timestamptz NOT NULL,
        loaded_by uuid,
        CONSTRAINT pack_load_pk PRIMARY KEY (campaign_id, id)
      )`);
    await this.createSources(runner);
    await this.createUnits(runner);
    await this.createPlanItems(runner);
  }

  private async createSources(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE source_document (
        campaign_id uuid NOT NULL CONSTRAINT source_document_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        entry text NOT NULL,
        title text NOT NULL,
        issuer text NOT NULL,
        issued_on date,
        note text,
        CONSTRAINT source_document_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT source_document_entry_key UNIQUE (campaign_id, entry)
      )`);
    await runner.query(`
      CREATE TABLE clause (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        entry text NOT NULL,
        document_id uuid NOT NULL,
        number text NOT NULL,
        title text NOT NULL,
        group_title text,
        position integer NOT NULL,
        withdrawn boolean NOT NULL DEFAULT false,
        CONSTRAINT clause_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT clause_entry_key UNIQUE (campaign_id, entry),
        CONSTRAINT clause_document_fk FOREIGN KEY (campaign_id, document_id) REFERENCES source_document (campaign_id, id)
      )`);
  }

  private async createUnits(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        entry text NOT NULL,
        name text NOT NULL,
        short_name text NOT NULL,
        kind text NOT NULL CONSTRAINT unit_kind_check CHECK (kind IN ('department', 'township')),
        name_pending boolean NOT NULL DEFAULT false,
        renamed boolean NOT NULL DEFAULT false,
        ${basis},
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT unit_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT unit_entry_key UNIQUE (campaign_id, entry),
        CONSTRAINT unit_name_key UNIQUE (campaign_id, name),
        CONSTRAINT unit_clause_fk FOREIGN KEY (campaign_id, clause_id) REFERENCES clause (campaign_id, id)
      )`);
    await runner.query(`
      CREATE TABLE unit_alias (
        campaign_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        alias text NOT NULL,
        CONSTRAINT unit_alias_pk PRIMARY KEY (campaign_id, alias),
        CONSTRAINT unit_alias_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE membership (
        campaign_id uuid NOT NULL CONSTRAINT membership_campaign_fk REFERENCES campaign (id),
        id uuid NOT NULL,
        account_id uuid NOT NULL CONSTRAINT membership_account_fk REFERENCES account (id),
        role text NOT NULL CONSTRAINT membership_role_check
          CHECK (role IN ('government_office', 'supervision_office', 'handler', 'head')),
        unit_id uuid,
        CONSTRAINT membership_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT membership_account_key UNIQUE (campaign_id, account_id),
        CONSTRAINT membership_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id),
        CONSTRAINT membership_unit_check CHECK (role IN ('government_office', 'supervision_office') OR unit_id IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX membership_unit_idx ON membership (campaign_id, unit_id)`);
  }

  private async createPlanItems(runner: QueryRunner): Promise<void> {
    const item = (table: string, columns: string): string => `
      CREATE TABLE ${table} (
        campaign_id uuid NOT NULL,
        id uuid NOT NULL,
        entry text NOT NULL,
        ${columns},
        ${basis},
        CONSTRAINT ${table}_pk PRIMARY KEY (campaign_id, id),
        CONSTRAINT ${table}_entry_key UNIQUE (campaign_id, entry),
        CONSTRAINT ${table}_clause_fk FOREIGN KEY (campaign_id, clause_id) REFERENCES clause (campaign_id, id)
      )`;
    await runner.query(
      item(
        'duty',
        `unit_id uuid, applies_to text, text text NOT NULL,
        CONSTRAINT duty_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id),
        CONSTRAINT duty_bearer_check CHECK (num_nonnulls(unit_id, applies_to) = 1)`,
      ),
    );
    await runner.query(
      item(
        'phase',
        `name text NOT NULL, starts_on date, ends_on date, undetermined boolean NOT NULL DEFAULT false`,
      ),
    );
    await runner.query(
      item(
        'project',
        `school text NOT NULL, kind text NOT NULL, year integer NOT NULL, stages text[] NOT NULL,
        CONSTRAINT project_kind_check CHECK (kind IN ('new_build', 'extension', 'relocation'))`,
      ),
    );
    await runner.query(
      item(
        'project_year',
        `year integer NOT NULL, schools integer NOT NULL, places_primary integer, places_junior integer,
        investment numeric(14,4)`,
      ),
    );
    await runner.query(
      item(
        'target',
        `kind text NOT NULL, name text NOT NULL, operator text NOT NULL, value text NOT NULL, unit text NOT NULL, due_on date,
        CONSTRAINT target_kind_check CHECK (kind IN ('indicator', 'quantity', 'ratio', 'date', 'money'))`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE target, project_year, project, phase, duty, membership, unit_alias, unit, clause`,
    );
    await runner.query(`DROP TABLE source_document, pack_load, campaign`);
  }
}
