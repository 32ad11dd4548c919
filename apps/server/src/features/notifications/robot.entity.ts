import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The webhook of a chat group: who holds its address can write into the group, so it never leaves the server again. */
@Entity({ name: 'robot' })
export class RobotEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  channel: string;

  @Column({ type: 'text' })
  name: string;

  /** Empty, as is the secret: what an older program left here in plain text is sealed when the server starts. */
  @Column({ type: 'text', nullable: true })
  url: string | null;

  @Column({ type: 'text', nullable: true })
  secret: string | null;

  /** Address and secret under the key of the data folder. */
  @Column({ name: 'sealed_address', type: 'bytea', nullable: true })
  sealedAddress: Buffer | null;

  @Column({ type: 'boolean', default: true })
  active: boolean;

  @Column({ name: 'recent_posts', type: 'timestamptz', array: true, default: () => "'{}'" })
  recentPosts: Date[];

  @Column({ name: 'not_before', type: 'timestamptz', nullable: true })
  notBefore: Date | null;

  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil: Date | null;

  @Column({ name: 'claim_token', type: 'uuid', nullable: true })
  claimToken: string | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
