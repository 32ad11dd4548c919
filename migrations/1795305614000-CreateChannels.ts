import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways out beside mail, what is held back and why, the inbox, and the calendar feeds. */
export class CreateChannels1795305614000 implements MigrationInterface {
  readonly name = 'CreateChannels1795305614000';

  async up(runner: QueryRunner): Promise<void> {
    await createRobots(runner);
    await widenOutbox(runner);
    await runner.query(`
      CREATE TABLE inbox_reading (
        campaign_id uuid NOT NULL,
        message_id uuid NOT NULL,
        item_id uuid NOT NULL,
        read_at timestamptz NOT NULL,
        CONSTRAINT inbox_reading_pk PRIMARY KEY (campaign_id, message_id, item_id),
        CONSTRAINT inbox_reading_message_fk FOREIGN KEY (campaign_id, message_id)
          REFERENCES outbox_message (campaign_id, id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX inbox_reading_read_idx ON inbox_reading (campaign_id, read_at)`);
    await runner.query(`
      CREATE TABLE calendar_feed (
        campaign_id uuid NOT NULL CONSTRAINT calendar_feed_campaign_fk REFERENCES campaign (id),
        account_id uuid NOT NULL CONSTRAINT calendar_feed_account_fk REFERENCES account (id),
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT calendar_feed_pk PRIMARY KEY (campaign_id, account_id),
        CONSTRAINT calendar_feed_token_key UNIQUE (campaign_id, token_hash)
      )`);
    await runner.query(`
      CREATE TABLE mailbox_failure (
        address text NOT NULL,
        failures integer NOT NULL,
        last_error text NOT NULL,
        suspended_at timestamptz,
        CONSTRAINT mailbox_failure_pk PRIMARY KEY (address)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE mailbox_failure, calendar_feed, inbox_reading`);
    await runner.query(`DELETE FROM outbox_message WHERE channel <> 'mail' OR account_id IS NULL`);
    await runner.query(`DELETE FROM outbox_message WHERE kind NOT IN ('reminder_digest', 'overdue_report')`);
    await runner.query(
      `UPDATE outbox_message SET status = 'withdrawn', hold_reason = NULL WHERE status = 'held'`,
    );
    await runner.query(
      `DROP INDEX outbox_message_waiting_idx, outbox_message_created_idx, outbox_message_account_idx`,
    );
    await runner.query(`
      ALTER TABLE outbox_message
        DROP COLUMN channel, DROP COLUMN target, DROP COLUMN content, DROP COLUMN batch_id, DROP COLUMN hold_reason,
        DROP COLUMN released_at,
        ALTER COLUMN account_id SET NOT NULL,
        DROP CONSTRAINT outbox_message_status_check,
        ADD CONSTRAINT outbox_message_status_check CHECK (status IN
          ('queued', 'sending', 'sent', 'uncertain', 'dead', 'rehearsal', 'withdrawn')),
        ADD CONSTRAINT outbox_message_kind_check CHECK (kind IN ('reminder_digest', 'overdue_report'))`);
    await runner.query(`DROP TABLE robot`);
  }
}

async function createRobots(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE robot (
      campaign_id uuid NOT NULL CONSTRAINT robot_campaign_fk REFERENCES campaign (id),
      id uuid NOT NULL,
      channel text NOT NULL CONSTRAINT robot_channel_check CHECK (channel IN ('wecom', 'dingtalk', 'feishu')),
      name text NOT NULL,
      url text NOT NULL,
      secret text,
      active boolean NOT NULL DEFAULT true,
      recent_posts timestamptz[] NOT NULL DEFAULT '{}',
      not_before timestamptz,
      lease_until timestamptz,
      claim_token uuid,
      last_error text,
      created_at timestamptz NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT robot_pk PRIMARY KEY (campaign_id, id)
    )`);
}

async function widenOutbox(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE outbox_message
      ADD COLUMN channel text NOT NULL DEFAULT 'mail'
        CONSTRAINT outbox_message_channel_check CHECK (channel IN ('mail', 'wecom', 'dingtalk', 'feishu')),
      ADD COLUMN target uuid,
      ADD COLUMN content jsonb,
      ADD COLUMN batch_id uuid,
      ADD COLUMN hold_reason text CONSTRAINT outbox_message_hold_reason_check
        CHECK (hold_reason IN ('stale', 'many_people', 'address_suspended')),
      ADD COLUMN released_at timestamptz,
      ALTER COLUMN account_id DROP NOT NULL,
      DROP CONSTRAINT outbox_message_kind_check,
      DROP CONSTRAINT outbox_message_status_check,
      ADD CONSTRAINT outbox_message_status_check CHECK (status IN
        ('queued', 'sending', 'sent', 'uncertain', 'dead', 'rehearsal', 'withdrawn', 'held')),
      ADD CONSTRAINT outbox_message_held_check CHECK ((status = 'held') = (hold_reason IS NOT NULL)),
      ADD CONSTRAINT outbox_message_recipient_check CHECK ((channel = 'mail') = (account_id IS NOT NULL)
        AND (channel = 'mail') = (target IS NULL)),
      ADD CONSTRAINT outbox_message_robot_fk FOREIGN KEY (campaign_id, target) REFERENCES robot (campaign_id, id)`);
  // In the order of claiming, so that taking twenty of ten thousand reads twenty.
  await runner.query(`
    CREATE INDEX outbox_message_waiting_idx ON outbox_message (campaign_id, attempts, created_at, id)
    WHERE status IN ('queued', 'sending', 'uncertain')`);
  await runner.query(
    `CREATE INDEX outbox_message_created_idx ON outbox_message (campaign_id, created_at, id)`,
  );
  await runner.query(
    `CREATE INDEX outbox_message_account_idx ON outbox_message (campaign_id, account_id, created_at)`,
  );
}
