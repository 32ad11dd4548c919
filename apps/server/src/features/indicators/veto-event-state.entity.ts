import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A state of a veto event from a day on; append-only. */
@Entity({ name: 'veto_event_state' })
export class VetoEventStateEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  state: string;

  @Column({ type: 'text' })
  ground: string;

  @Column({ name: 'state_on', type: 'date' })
  stateOn: CivilDate;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
