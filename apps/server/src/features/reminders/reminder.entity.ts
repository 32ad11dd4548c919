import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reminder decided for one person; at most one per offset and due date. */
@Entity({ name: 'reminder' })
export class ReminderEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @Column({ name: 'run_id', type: 'uuid' })
  runId: string;

  @PrimaryColumn({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @PrimaryColumn({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @PrimaryColumn({ name: 'due_version', type: 'integer' })
  dueVersion: number;

  /** Code of the offset, with the realm before it. */
  @PrimaryColumn({ type: 'text' })
  rule: string;

  /** As the rule was called then. */
  @Column({ name: 'rule_name', type: 'text' })
  ruleName: string;

  @Column({ name: 'effective_due_on', type: 'date', nullable: true })
  effectiveDueOn: string | null;

  @Column({ type: 'text' })
  outcome: string;

  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  messageId: string | null;

  @Column({ name: 'planned_at', type: 'timestamptz' })
  plannedAt: Date;
}
