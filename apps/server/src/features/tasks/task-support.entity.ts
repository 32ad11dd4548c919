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

  @Column({ name: 'last_report', type: 'text', nullable: true })
  lastReport: string | null;

  @Column({ name: 'updated_at', type: 'timestamptz', nullable: true })
  updatedAt: Date | null;
}
