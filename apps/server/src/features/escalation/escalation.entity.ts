import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rung that a task reached on one of its clocks: a fact, never changed. */
@Entity({ name: 'escalation' })
export class EscalationEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @Column({ type: 'text' })
  clock: string;

  @Column({ name: 'due_version', type: 'integer' })
  dueVersion: number;

  /** Whose clock it is: the lead unit's, or the supporting unit's own. */
  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ type: 'integer' })
  rung: number;

  @Column({ name: 'rung_name', type: 'text' })
  rungName: string;

  @Column({ name: 'rung_colour', type: 'text' })
  rungColour: string;

  @Column({ type: 'text' })
  outcome: string;

  @Column({ name: 'ladder_version_id', type: 'uuid' })
  ladderVersionId: string;

  @Column({ type: 'text', array: true })
  audience: string[];

  @Column({ type: 'text' })
  issues: string;

  @Column({ type: 'text' })
  ground: string;

  @Column({ name: 'days_late', type: 'integer', nullable: true })
  daysLate: number | null;

  @Column({ name: 'reply_by', type: 'date', nullable: true })
  replyBy: CivilDate | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId: string | null;

  @Column({ name: 'actor_name', type: 'text', nullable: true })
  actorName: string | null;

  @Column({ name: 'run_id', type: 'uuid', nullable: true })
  runId: string | null;

  @Column({ type: 'boolean' })
  rehearsal: boolean;

  @Column({ name: 'raised_on', type: 'date' })
  raisedOn: CivilDate;

  @Column({ name: 'raised_at', type: 'timestamptz' })
  raisedAt: Date;
}
