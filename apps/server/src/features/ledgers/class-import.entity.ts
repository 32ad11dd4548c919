import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of classes as it was read, waiting for confirmation or not; append-only. */
@Entity({ name: 'class_import' })
export class ClassImportEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

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
  remarks: unknown;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
