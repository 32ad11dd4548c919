import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member unit. */
@Entity({ name: 'unit' })
export class UnitEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  entry: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'short_name', type: 'text' })
  shortName: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'name_pending', type: 'boolean', default: false })
  namePending: boolean;

  @Column({ type: 'boolean', default: false })
  renamed: boolean;

  @Column({ name: 'clause_id', type: 'uuid' })
  clauseId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'boolean', default: false })
  withdrawn: boolean;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
