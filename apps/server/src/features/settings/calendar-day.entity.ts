import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day on which a notice departs from Monday–Friday. */
@Entity({ name: 'calendar_day' })
export class CalendarDayEntity {
  @PrimaryColumn({ type: 'integer' })
  year: number;

  @PrimaryColumn({ type: 'date' })
  day: CivilDate;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  name: string;
}
