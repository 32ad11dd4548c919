import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A confirmed table of schools; append-only. */
@Entity({ name: 'school_data_set' })
export class SchoolDataSetEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'import_id', type: 'uuid' })
  importId: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'school_year', type: 'text' })
  schoolYear: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: CivilDate;

  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'integer' })
  schools: number;

  @Column({ type: 'integer' })
  classes: number;

  @Column({ name: 'imported_by', type: 'uuid' })
  importedBy: string;

  @Column({ name: 'imported_at', type: 'timestamptz' })
  importedAt: Date;
}
