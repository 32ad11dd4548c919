import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A judgement on evidence by the responsible unit; append-only. */
@Entity({ name: 'indicator_judgement' })
export class IndicatorJudgementEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  indicator: string;

  @Column({ type: 'text' })
  test: string;

  @Column({ type: 'text', nullable: true })
  point: string | null;

  @Column({ type: 'text' })
  outcome: string;

  @Column({ name: 'judged_on', type: 'date' })
  judgedOn: CivilDate;

  @Column({ type: 'text' })
  ground: string;

  @Column({ name: 'evidence_place', type: 'text', nullable: true })
  evidencePlace: string | null;

  @Column({ name: 'unit_name', type: 'text' })
  unitName: string;

  @Column({ name: 'judged_by', type: 'uuid' })
  judgedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
