import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The task a late milestone made, once for each version of its planned day; append-only. */
@Entity({ name: 'project_late_task' })
export class ProjectLateTaskEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'project_id', type: 'uuid' })
  projectId: string;

  @PrimaryColumn({ type: 'text' })
  milestone: string;

  @PrimaryColumn({ name: 'plan_version', type: 'integer' })
  planVersion: number;

  @Column({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt: Date;
}
