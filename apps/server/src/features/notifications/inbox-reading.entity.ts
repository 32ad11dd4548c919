import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an item of the inbox was read; the items themselves are derived from messages and tasks. */
@Entity({ name: 'inbox_reading' })
export class InboxReadingEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId: string;

  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  itemId: string;

  @Column({ name: 'read_at', type: 'timestamptz' })
  readAt: Date;
}
