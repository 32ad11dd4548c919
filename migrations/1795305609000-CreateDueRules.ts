import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a task's due date was counted, the revision of a calendar year, and messages about the calendar. */
export class CreateDueRules1795305609000 implements MigrationInterface {
  name = 'CreateDueRules1795305609000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE task ADD COLUMN due_rule jsonb`);
    await runner.query(
      `ALTER TABLE calendar_year ADD COLUMN revision integer NOT NULL DEFAULT 1
       CONSTRAINT calendar_year_revision_check CHECK (revision > 0)`,
    );
    await runner.query(`ALTER TABLE outbox_message DROP CONSTRAINT outbox_message_kind_check`);
    await runner.query(
      `ALTER TABLE outbox_message ADD CONSTRAINT outbox_message_kind_check
       CHECK (kind IN ('reminder_digest', 'overdue_report', 'calendar_change', 'calendar_missing'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE outbox_message DROP CONSTRAINT outbox_message_kind_check`);
    await runner.query(`DELETE FROM outbox_message WHERE kind IN ('calendar_change', 'calendar_missing')`);
    await runner.query(
      `ALTER TABLE outbox_message ADD CONSTRAINT outbox_message_kind_check
       CHECK (kind IN ('reminder_digest', 'overdue_report'))`,
    );
    await runner.query(`ALTER TABLE calendar_year DROP COLUMN revision`);
    await runner.query(`ALTER TABLE task DROP COLUMN due_rule`);
  }
}
