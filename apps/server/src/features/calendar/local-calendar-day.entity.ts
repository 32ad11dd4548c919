import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day of a local set, with the notice it rests on. */
@Entity({ name: 'local_calendar_day' })
export class LocalCalendarDayEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'calendar_id', type: 'uuid' })
  calendarId: string;

  @PrimaryColumn({ type: 'date' })
  day: CivilDate;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  notice: string;
}
