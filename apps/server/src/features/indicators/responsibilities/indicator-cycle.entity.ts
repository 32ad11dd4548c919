import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the data of an indicator are due each year, where the campaign says so itself. */
@Entity({ name: 'indicator_cycle' })
export class IndicatorCycleEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'text' })
  indicator: string;

  @Column({ name: 'due_month', type: 'integer', nullable: true })
  dueMonth: number | null;

  @Column({ name: 'due_day', type: 'integer', nullable: true })
  dueDay: number | null;

  @Column({ type: 'text' })
  note: string;

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
