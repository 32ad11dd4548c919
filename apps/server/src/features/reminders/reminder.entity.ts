import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reminder decided for one person; at most one per rule and due date. */
@Entity({ name: 'reminder' })
export class ReminderEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'run_id', type: 'uuid' })
  runId: string;

  @Column({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'due_version', type: 'integer' })
  dueVersion: number;

  @Column({ type: 'text' })
  rule: string;

  @Column({ type: 'text' })
  outcome: string;

  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  messageId: string | null;

  @Column({ name: 'planned_at', type: 'timestamptz' })
  plannedAt: Date;
}
