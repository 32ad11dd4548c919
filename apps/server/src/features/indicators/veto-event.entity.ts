import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that would bar recognition; how it stands is in its states. */
@Entity({ name: 'veto_event' })
export class VetoEventEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  veto: string;

  @Column({ name: 'occurred_on', type: 'date' })
  occurredOn: CivilDate;

  @Column({ name: 'school_code', type: 'text', nullable: true })
  schoolCode: string | null;

  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
