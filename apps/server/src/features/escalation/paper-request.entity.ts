import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A numbered paper that a rung asks for (待制发). */
@Entity({ name: 'paper_request' })
export class PaperRequestEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'escalation_id', type: 'uuid' })
  escalationId: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ name: 'task_ids', type: 'uuid', array: true })
  taskIds: string[];

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt: Date;

  @Column({ name: 'issued_at', type: 'timestamptz', nullable: true })
  issuedAt: Date | null;
}
