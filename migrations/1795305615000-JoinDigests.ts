import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rungs and reminders of a turn are one digest: messages of rungs become digests, and what nobody was told of is found fast. */
export class JoinDigests1795305615000 implements MigrationInterface {
  readonly name = 'JoinDigests1795305615000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE outbox_message SET kind = 'reminder_digest' WHERE kind = 'escalation'`);
    await runner.query(
      `CREATE INDEX escalation_notice_untold_idx ON escalation_notice (campaign_id) WHERE message_id IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX escalation_notice_untold_idx`);
  }
}
