import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A ladder tried out on the plan of a campaign; kept, so that whoever activates it can look. */
@Entity({ name: 'simulation_run' })
export class SimulationRunEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'ladder_version_id', type: 'uuid' })
  ladderVersionId: string;

  @Column({ name: 'from_on', type: 'date' })
  fromOn: CivilDate;

  @Column({ name: 'to_on', type: 'date' })
  toOn: CivilDate;

  @Column({ type: 'text' })
  state: string;

  /** Of the way behind, while it runs. */
  @Column({ type: 'float8', default: 0 })
  share: number;

  /** System time of the last sign of life. */
  @Column({ name: 'beat_at', type: 'timestamptz' })
  beatAt: Date;

  @Column({ type: 'text', nullable: true })
  error: string | null;

  @Column({ type: 'jsonb', nullable: true })
  result: unknown;

  @Column({ name: 'asked_by', type: 'uuid' })
  askedBy: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt: Date;
}
