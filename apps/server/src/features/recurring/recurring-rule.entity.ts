import type { Recurrence } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Work that comes round again. */
@Entity({ name: 'recurring_rule' })
export class RecurringRuleEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'jsonb' })
  recurrence: Recurrence;

  @Column({ type: 'text' })
  audience: string;

  @Column({ name: 'unit_ids', type: 'uuid', array: true })
  unitIds: string[];

  @Column({ name: 'create_ahead_days', type: 'integer' })
  createAheadDays: number;

  @Column({ type: 'text' })
  missed: string;

  @Column({ name: 'required_evidence', type: 'text', array: true })
  requiredEvidence: string[];

  @Column({ type: 'text' })
  priority: string;

  @Column({ name: 'clause_id', type: 'uuid', nullable: true })
  clauseId: string | null;

  @Column({ name: 'indicator_id', type: 'text', nullable: true })
  indicatorId: string | null;

  @Column({ type: 'text' })
  state: string;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
