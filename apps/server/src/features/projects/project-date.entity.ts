import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A planned or actual day of a milestone; a change is a further version with its reason. Append-only. */
@Entity({ name: 'project_date' })
export class ProjectDateEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'project_id', type: 'uuid' })
  projectId: string;

  @Column({ type: 'integer' })
  seq: number;

  @PrimaryColumn({ type: 'text' })
  milestone: string;

  @PrimaryColumn({ type: 'text' })
  kind: string;

  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ name: 'on_day', type: 'date', nullable: true })
  onDay: CivilDate | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  evidence: string | null;
}
