import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A supporting unit's part of a task. */
@Entity({ name: 'task_support' })
export class TaskSupportEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ type: 'text' })
  state: string;

  /** null on a draft, and on parts that were there before these clocks. */
  @Column({ name: 'receipt_due_on', type: 'date', nullable: true })
  receiptDueOn: CivilDate | null;

  @Column({ name: 'signed_at', type: 'timestamptz', nullable: true })
  signedAt: Date | null;

  /** Frozen at signing: working days late; negative: early. */
  @Column({ name: 'receipt_lateness_days', type: 'integer', nullable: true })
  receiptLatenessDays: number | null;

  @Column({ name: 'last_report', type: 'text', nullable: true })
  lastReport: string | null;

  @Column({ name: 'updated_at', type: 'timestamptz', nullable: true })
  updatedAt: Date | null;
}
