import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of the campaign's own milestones; the newest holds. Append-only. */
@Entity({ name: 'milestone_chain' })
export class MilestoneChainEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'jsonb' })
  content: unknown;

  @Column({ name: 'saved_by', type: 'uuid' })
  savedBy: string;

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt: Date;
}
