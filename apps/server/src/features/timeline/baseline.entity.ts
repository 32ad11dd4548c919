import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The schedule frozen on a day; nobody changes it from then on. */
@Entity({ name: 'baseline' })
export class BaselineEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ name: 'taken_on', type: 'date' })
  takenOn: CivilDate;

  @Column({ name: 'taken_by', type: 'uuid', nullable: true })
  takenBy: string | null;

  @Column({ name: 'taken_at', type: 'timestamptz' })
  takenAt: Date;
}
