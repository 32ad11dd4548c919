import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A confirmed file: the classes as they were on a day; append-only. */
@Entity({ name: 'class_census' })
export class ClassCensusEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'import_id', type: 'uuid' })
  importId: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: CivilDate;

  @Column({ name: 'school_year', type: 'text' })
  schoolYear: string;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'integer' })
  classes: number;

  @Column({ name: 'above_standard', type: 'integer' })
  aboveStandard: number;

  @Column({ type: 'integer' })
  large: number;

  @Column({ type: 'integer' })
  oversize: number;

  /** Rows with errors that were left out. */
  @Column({ type: 'integer' })
  skipped: number;

  @Column({ name: 'confirmed_by', type: 'uuid' })
  confirmedBy: string;

  @Column({ name: 'confirmed_at', type: 'timestamptz' })
  confirmedAt: Date;
}
