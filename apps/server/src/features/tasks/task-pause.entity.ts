import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time in which the clock of a task stood still, and on whose word. */
@Entity({ name: 'task_pause' })
export class TaskPauseEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @Column({ name: 'due_version', type: 'integer' })
  dueVersion: number;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'started_on', type: 'date' })
  startedOn: CivilDate;

  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn: CivilDate | null;

  @Column({ name: 'working_days', type: 'integer', nullable: true })
  workingDays: number | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'requested_by', type: 'uuid', nullable: true })
  requestedBy: string | null;

  @Column({ name: 'approved_by', type: 'uuid', nullable: true })
  approvedBy: string | null;
}
