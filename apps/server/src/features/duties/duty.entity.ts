import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A duty of one unit, or of all townships. */
@Entity({ name: 'duty' })
export class DutyEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  entry: string;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId: string | null;

  @Column({ name: 'applies_to', type: 'text', nullable: true })
  appliesTo: string | null;

  @Column({ type: 'text' })
  text: string;

  @Column({ name: 'clause_id', type: 'uuid' })
  clauseId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'boolean', default: false })
  withdrawn: boolean;
}
