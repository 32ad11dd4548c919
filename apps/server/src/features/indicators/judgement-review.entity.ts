import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the office said of a judgement: confirmed, or sent back with a reason; append-only. */
@Entity({ name: 'judgement_review' })
export class JudgementReviewEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'judgement_id', type: 'uuid' })
  judgementId: string;

  @Column({ name: 'judged_by', type: 'uuid' })
  judgedBy: string;

  @Column({ type: 'text' })
  decision: string;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'reviewed_on', type: 'date' })
  reviewedOn: CivilDate;

  @Column({ name: 'reviewed_by', type: 'uuid' })
  reviewedBy: string;

  @Column({ name: 'reviewed_at', type: 'timestamptz' })
  reviewedAt: Date;
}
