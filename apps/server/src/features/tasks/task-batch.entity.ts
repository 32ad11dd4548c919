import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One request that made tasks; its id makes the request safe to repeat. */
@Entity({ name: 'task_batch' })
export class TaskBatchEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  digest: string;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
