import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A ladder as it was saved; versions are never changed. */
@Entity({ name: 'ladder_version' })
export class LadderVersionEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'jsonb' })
  content: unknown;

  @Column({ name: 'leader_ids', type: 'uuid', array: true })
  leaderIds: string[];

  @Column({ type: 'text' })
  basis: string;

  @Column({ name: 'saved_by', type: 'uuid' })
  savedBy: string;

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt: Date;
}
