import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Dates the office has set for a phase; the newest are in force. Append-only. */
@Entity({ name: 'phase_date' })
export class PhaseDateEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'phase_id', type: 'uuid' })
  phaseId: string;

  @Column({ type: 'integer' })
  number: number;

  @Column({ name: 'starts_on', type: 'date', nullable: true })
  startsOn: CivilDate | null;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: CivilDate | null;

  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'set_by', type: 'uuid' })
  setBy: string;

  @Column({ name: 'set_at', type: 'timestamptz' })
  setAt: Date;
}
