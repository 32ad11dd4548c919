import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A figure below its line that a task was made from; append-only. */
@Entity({ name: 'task_gap' })
export class TaskGapEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @PrimaryColumn({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  indicator: string;

  @Column({ name: 'school_code', type: 'text', nullable: true })
  schoolCode: string | null;

  @Column({ name: 'school_name', type: 'text', nullable: true })
  schoolName: string | null;

  @Column({ type: 'text', nullable: true })
  stage: string | null;

  @Column({ name: 'data_set_id', type: 'uuid', nullable: true })
  dataSetId: string | null;

  @Column({ name: 'as_of', type: 'date' })
  asOf: CivilDate;

  @Column({ type: 'text' })
  figure: string;

  @Column({ type: 'text' })
  line: string;

  @Column({ type: 'text' })
  lacking: string;
}
