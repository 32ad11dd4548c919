import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A phase of the timeline. */
@Entity({ name: 'phase' })
export class PhaseEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  entry: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'starts_on', type: 'date', nullable: true })
  startsOn: CivilDate | null;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: CivilDate | null;

  @Column({ type: 'boolean', default: false })
  undetermined: boolean;

  @Column({ name: 'clause_id', type: 'uuid' })
  clauseId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'boolean', default: false })
  withdrawn: boolean;
}
