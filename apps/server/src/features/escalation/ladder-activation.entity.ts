import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which version holds from an instant on; without a version the ladder rests. The newest row counts. */
@Entity({ name: 'ladder_activation' })
export class LadderActivationEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'ladder_version_id', type: 'uuid', nullable: true })
  ladderVersionId: string | null;

  @Column({ name: 'activated_by', type: 'uuid' })
  activatedBy: string;

  @Column({ name: 'activated_at', type: 'timestamptz' })
  activatedAt: Date;
}
