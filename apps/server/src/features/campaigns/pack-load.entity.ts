import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pack as it was loaded, whole, for later comparison. */
@Entity({ name: 'pack_load' })
export class PackLoadEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'pack_id', type: 'text' })
  packId: string;

  @Column({ type: 'text' })
  fingerprint: string;

  @Column({ type: 'jsonb' })
  content: unknown;

  @Column({ name: 'loaded_at', type: 'timestamptz' })
  loadedAt: Date;

  @Column({ name: 'loaded_by', type: 'uuid', nullable: true })
  loadedBy: string | null;
}
