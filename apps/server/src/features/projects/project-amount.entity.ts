import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Money of one kind from one source, 万元 in all up to that entry; null takes a figure back. Append-only. */
@Entity({ name: 'project_amount' })
export class ProjectAmountEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'project_id', type: 'uuid' })
  projectId: string;

  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @PrimaryColumn({ type: 'text' })
  kind: string;

  @PrimaryColumn({ type: 'text' })
  source: string;

  @Column({ type: 'numeric', precision: 14, scale: 4, nullable: true })
  amount: string | null;
}
