import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A target value of the plan. */
@Entity({ name: 'target' })
export class TargetEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  entry: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  operator: string;

  @Column({ type: 'text' })
  value: string;

  @Column({ type: 'text' })
  unit: string;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn: CivilDate | null;

  @Column({ name: 'clause_id', type: 'uuid' })
  clauseId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'boolean', default: false })
  withdrawn: boolean;
}
