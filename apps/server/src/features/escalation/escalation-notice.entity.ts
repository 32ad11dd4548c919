import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person told of one rung; the message it went out in is set once there is one. */
@Entity({ name: 'escalation_notice' })
export class EscalationNoticeEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'escalation_id', type: 'uuid' })
  escalationId: string;

  @Column({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ type: 'integer' })
  rung: number;

  @Column({ name: 'rung_name', type: 'text' })
  rungName: string;

  @Column({ type: 'text' })
  ground: string;

  @Column({ name: 'reply_by', type: 'date', nullable: true })
  replyBy: CivilDate | null;

  @Column({ name: 'due_version', type: 'integer' })
  dueVersion: number;

  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  messageId: string | null;
}
