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

  /** Runs of a job that follow each other: the real ones, or those of one exercise date. */
  @Column({ type: 'text', default: '' })
  chain: string;

  /** `skipped`: its time had passed, and a later one says all that matters. */
  @Column({ type: 'text', default: 'done' })
  outcome: string;

  /** The business time the run is responsible for: from where the run before it ended. */
  @Column({ name: 'covered_from', type: 'timestamptz', nullable: true })
  coveredFrom: Date | null;

  @Column({ name: 'covered_to', type: 'timestamptz', nullable: true })
  coveredTo: Date | null;

  @Column({ name: 'claimed_at', type: 'timestamptz' })
  claimedAt: Date;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  summary: unknown;
}
