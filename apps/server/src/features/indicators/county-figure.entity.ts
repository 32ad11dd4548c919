import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A figure the county entered, as of a day; a correction is a new row. */
@Entity({ name: 'county_figure' })
export class CountyFigureEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'figure_key', type: 'text' })
  figureKey: string;

  @Column({ name: 'school_code', type: 'text', nullable: true })
  schoolCode: string | null;

  @Column({ type: 'text', nullable: true })
  value: string | null;

  @Column({ name: 'as_of', type: 'date' })
  asOf: CivilDate;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ name: 'unit_name', type: 'text' })
  unitName: string;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
