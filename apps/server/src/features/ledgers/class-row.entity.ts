import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One class of a file; append-only. */
@Entity({ name: 'class_row' })
export class ClassRowEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'import_id', type: 'uuid' })
  importId: string;

  @PrimaryColumn({ name: 'school_code', type: 'text' })
  schoolCode: string;

  @Column({ type: 'text' })
  stage: string;

  @PrimaryColumn({ type: 'smallint' })
  grade: number;

  @PrimaryColumn({ type: 'text' })
  name: string;

  @Column({ type: 'smallint' })
  students: number;
}
