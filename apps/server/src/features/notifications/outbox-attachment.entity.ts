import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that goes with a message. */
@Entity({ name: 'outbox_attachment' })
export class OutboxAttachmentEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'message_id', type: 'uuid' })
  messageId: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType: string;

  @Column({ type: 'bytea' })
  content: Buffer;
}
