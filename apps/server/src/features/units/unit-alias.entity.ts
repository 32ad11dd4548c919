import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Another name of a unit. */
@Entity({ name: 'unit_alias' })
export class UnitAliasEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @PrimaryColumn({ type: 'text' })
  alias: string;
}
