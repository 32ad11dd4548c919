import type { CalendarLevel, CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A set of local days as it was entered, or taken back; append-only, the newest revision of a year and level counts. */
@Entity({ name: 'local_calendar' })
export class LocalCalendarEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'integer' })
  year: number;

  @Column({ type: 'text' })
  level: CalendarLevel;

  @Column({ type: 'integer' })
  revision: number;

  @Column({ type: 'text' })
  notice: string;

  @Column({ type: 'text', nullable: true })
  url: string | null;

  @Column({ name: 'published_on', type: 'date', nullable: true })
  publishedOn: CivilDate | null;

  @Column({ name: 'entered_by', type: 'uuid' })
  enteredBy: string;

  @Column({ name: 'entered_at', type: 'timestamptz' })
  enteredAt: Date;
}
