import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year whose State Council notice is loaded. */
@Entity({ name: 'calendar_year' })
export class CalendarYearEntity {
  @PrimaryColumn({ type: 'integer' })
  year: number;

  @Column({ type: 'text' })
  notice: string;

  @Column({ type: 'text', nullable: true })
  url: string | null;

  @Column({ name: 'published_on', type: 'date', nullable: true })
  publishedOn: CivilDate | null;

  /** Grows with each correction of the notice. */
  @Column({ type: 'integer', default: 1 })
  revision: number;
}
