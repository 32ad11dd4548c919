import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of schools as it was read, waiting for confirmation or not; append-only. */
@Entity({ name: 'school_import' })
export class SchoolImportEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: CivilDate;

  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ name: 'rows_read', type: 'integer' })
  rowsRead: number;

  @Column({ name: 'rows_accepted', type: 'integer' })
  rowsAccepted: number;

  @Column({ name: 'rows_rejected', type: 'integer' })
  rowsRejected: number;

  @Column({ type: 'jsonb' })
  reading: unknown;

  @Column({ name: 'class_reading', type: 'jsonb', nullable: true })
  classReading: object | null;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
