import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an account is in a campaign. */
@Entity({ name: 'membership' })
export class MembershipEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  role: string;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId: string | null;

  /** 主要负责人 of the unit; heads only. */
  @Column({ name: 'unit_leader', type: 'boolean', default: false })
  unitLeader: boolean;
}
