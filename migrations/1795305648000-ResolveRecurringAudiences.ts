import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules for whoever is responsible when an instance is made, and presets the office does not want to hear of again. */
export class ResolveRecurringAudiences1795305648000 implements MigrationInterface {
  name = 'ResolveRecurringAudiences1795305648000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recurring_rule DROP CONSTRAINT recurring_rule_audience_check,
        ADD CONSTRAINT recurring_rule_audience_check
          CHECK (audience IN ('units', 'townships', 'departments', 'project_units', 'indicator_leads')),
        ADD CONSTRAINT recurring_rule_indicator_check CHECK (audience <> 'indicator_leads' OR indicator_id IS NOT NULL)`);
    await runner.query(`
      CREATE TABLE recurring_preset_dismissal (
        campaign_id uuid NOT NULL CONSTRAINT recurring_preset_dismissal_campaign_fk REFERENCES campaign (id),
        preset text NOT NULL,
        dismissed_by uuid NOT NULL CONSTRAINT recurring_preset_dismissal_by_fk REFERENCES account (id),
        dismissed_at timestamptz NOT NULL,
        CONSTRAINT recurring_preset_dismissal_pk PRIMARY KEY (campaign_id, preset)
      )`);
  }

  /** Such rules stay, for the units that have had a task of them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE recurring_preset_dismissal`);
    await runner.query(`
      UPDATE recurring_rule r SET audience = 'units', unit_ids = coalesce((
        SELECT array_agg(DISTINCT i.unit_id) FROM recurring_instance i
        WHERE i.campaign_id = r.campaign_id AND i.rule_id = r.id), r.unit_ids)
      WHERE audience IN ('project_units', 'indicator_leads')`);
    await runner.query(`
      ALTER TABLE recurring_rule DROP CONSTRAINT recurring_rule_indicator_check,
        DROP CONSTRAINT recurring_rule_audience_check,
        ADD CONSTRAINT recurring_rule_audience_check CHECK (audience IN ('units', 'townships', 'departments'))`);
  }
}
