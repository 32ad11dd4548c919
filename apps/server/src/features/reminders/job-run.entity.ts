import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A slot of scheduled work, claimed once. */
@Entity({ name: 'job_run' })
export class JobRunEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  job: string;

  @Column({ type: 'text' })
  slot: string;

  @Column({ name: 'claimed_at', type: 'timestamptz' })
  claimedAt: Date;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  summary: unknown;
}
