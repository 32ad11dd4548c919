import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What becomes of the plan's projects, apart from the plan: one numbered history a project, and what each of its entries
 * says. Nothing here is ever changed, so that a plan loaded anew cannot lose what people entered.
 */
export class CreateProjectRecords1795305620000 implements MigrationInterface {
  name = 'CreateProjectRecords1795305620000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE project ADD COLUMN added boolean NOT NULL DEFAULT false, ALTER COLUMN clause_id DROP NOT NULL,
        ADD CONSTRAINT project_origin_check CHECK (added OR clause_id IS NOT NULL)`);
    await this.addInvestmentScope(runner);
    await this.createEntries(runner);
    await this.createFacts(runner);
    await this.createDates(runner);
    for (const table of tables) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  /** Plans that are loaded already have said what their amounts leave out; it only was not kept in the row. */
  private async addInvestmentScope(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE project_year ADD COLUMN investment_scope text`);
    await runner.query(`
      UPDATE project_year y SET investment_scope = said.scope
      FROM (SELECT DISTINCT ON (l.campaign_id, each ->> 'id') l.campaign_id, each ->> 'id' AS entry,
          each ->> 'investmentScope' AS scope
        FROM pack_load l CROSS JOIN LATERAL jsonb_array_elements(l.content -> 'projectYears') AS each
        ORDER BY l.campaign_id, each ->> 'id', l.loaded_at DESC) said
      WHERE said.campaign_id = y.campaign_id AND said.entry = y.entry`);
  }

  private async createEntries(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project_entry (
        campaign_id uuid NOT NULL,
        project_id uuid NOT NULL,
        seq integer NOT NULL,
        kind text NOT NULL CONSTRAINT project_entry_kind_check
          CHECK (kind IN ('facts', 'plan', 'report', 'cancel', 'restore')),
        at timestamptz NOT NULL,
        on_day date NOT NULL,
        actor_id uuid NOT NULL CONSTRAINT project_entry_actor_fk REFERENCES account (id),
        actor_name text NOT NULL,
        unit_id uuid,
        unit_name text,
        text text,
        CONSTRAINT project_entry_pk PRIMARY KEY (campaign_id, project_id, seq),
        CONSTRAINT project_entry_project_fk FOREIGN KEY (campaign_id, project_id) REFERENCES project (campaign_id, id),
        CONSTRAINT project_entry_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id),
        CONSTRAINT project_entry_reason_check CHECK (kind NOT IN ('cancel', 'restore') OR text IS NOT NULL)
      )`);
  }

  private async createFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project_facts (
        campaign_id uuid NOT NULL,
        project_id uuid NOT NULL,
        seq integer NOT NULL,
        school_code text,
        township_id uuid,
        places_primary integer,
        places_junior integer,
        classes_primary integer,
        classes_junior integer,
        room_area numeric(12,2),
        sports_area numeric(12,2),
        network_rooms integer,
        equipment numeric(14,4),
        music_rooms integer,
        art_rooms integer,
        example boolean NOT NULL DEFAULT false,
        CONSTRAINT project_facts_pk PRIMARY KEY (campaign_id, project_id, seq),
        CONSTRAINT project_facts_entry_fk FOREIGN KEY (campaign_id, project_id, seq)
          REFERENCES project_entry (campaign_id, project_id, seq),
        CONSTRAINT project_facts_township_fk FOREIGN KEY (campaign_id, township_id) REFERENCES unit (campaign_id, id),
        CONSTRAINT project_facts_amount_check CHECK (least(places_primary, places_junior, classes_primary, classes_junior,
          room_area, sports_area, network_rooms, equipment, music_rooms, art_rooms) >= 0)
      )`);
    await runner.query(`
      CREATE TABLE project_unit (
        campaign_id uuid NOT NULL,
        project_id uuid NOT NULL,
        seq integer NOT NULL,
        unit_id uuid NOT NULL,
        role text NOT NULL CONSTRAINT project_unit_role_check
          CHECK (role IN ('planning', 'land', 'finance', 'construction', 'school')),
        CONSTRAINT project_unit_pk PRIMARY KEY (campaign_id, project_id, seq, unit_id, role),
        CONSTRAINT project_unit_facts_fk FOREIGN KEY (campaign_id, project_id, seq)
          REFERENCES project_facts (campaign_id, project_id, seq),
        CONSTRAINT project_unit_unit_fk FOREIGN KEY (campaign_id, unit_id) REFERENCES unit (campaign_id, id)
      )`);
    await runner.query(`
      CREATE TABLE project_amount (
        campaign_id uuid NOT NULL,
        project_id uuid NOT NULL,
        seq integer NOT NULL,
        kind text NOT NULL CONSTRAINT project_amount_kind_check CHECK (kind IN ('planned', 'arranged', 'paid')),
        source text NOT NULL CONSTRAINT project_amount_source_check
          CHECK (source IN ('budget', 'bonds', 'ppp', 'enterprise', 'other')),
        amount numeric(14,4) CONSTRAINT project_amount_amount_check CHECK (amount >= 0),
        CONSTRAINT project_amount_pk PRIMARY KEY (campaign_id, project_id, seq, kind, source),
        CONSTRAINT project_amount_entry_fk FOREIGN KEY (campaign_id, project_id, seq)
          REFERENCES project_entry (campaign_id, project_id, seq)
      )`);
  }

  private async createDates(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project_date (
        campaign_id uuid NOT NULL,
        project_id uuid NOT NULL,
        seq integer NOT NULL,
        milestone text NOT NULL,
        kind text NOT NULL CONSTRAINT project_date_kind_check CHECK (kind IN ('planned', 'actual')),
        version integer NOT NULL,
        on_day date,
        reason text,
        evidence text,
        CONSTRAINT project_date_pk PRIMARY KEY (campaign_id, project_id, milestone, kind, version),
        CONSTRAINT project_date_entry_fk FOREIGN KEY (campaign_id, project_id, seq)
          REFERENCES project_entry (campaign_id, project_id, seq),
        CONSTRAINT project_date_reason_check CHECK (version = 1 OR reason IS NOT NULL)
      )`);
    await runner.query(`
      CREATE TABLE project_late_task (
        campaign_id uuid NOT NULL,
        project_id uuid NOT NULL,
        milestone text NOT NULL,
        plan_version integer NOT NULL,
        task_id uuid NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT project_late_task_pk PRIMARY KEY (campaign_id, project_id, milestone, plan_version),
        CONSTRAINT project_late_task_project_fk FOREIGN KEY (campaign_id, project_id) REFERENCES project (campaign_id, id),
        CONSTRAINT project_late_task_task_fk FOREIGN KEY (campaign_id, task_id) REFERENCES task (campaign_id, id)
      )`);
    await runner.query(`
      CREATE TABLE milestone_chain (
        campaign_id uuid NOT NULL CONSTRAINT milestone_chain_campaign_fk REFERENCES campaign (id),
        number integer NOT NULL,
        content jsonb NOT NULL,
        saved_by uuid NOT NULL CONSTRAINT milestone_chain_saved_by_fk REFERENCES account (id),
        saved_at timestamptz NOT NULL,
        CONSTRAINT milestone_chain_pk PRIMARY KEY (campaign_id, number)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')}`);
    await runner.query(`ALTER TABLE project_year DROP COLUMN investment_scope`);
    await runner.query(`UPDATE task SET source_id = NULL, source_kind = 'free'
      WHERE source_kind = 'project' AND source_id IN (SELECT id FROM project WHERE added)`);
    await runner.query(`DELETE FROM project WHERE added`);
    await runner.query(`
      ALTER TABLE project DROP CONSTRAINT project_origin_check, DROP COLUMN added, ALTER COLUMN clause_id SET NOT NULL`);
  }
}

const tables = [
  'project_entry',
  'project_facts',
  'project_unit',
  'project_amount',
  'project_date',
  'project_late_task',
  'milestone_chain',
];
