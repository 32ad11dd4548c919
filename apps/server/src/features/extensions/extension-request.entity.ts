import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit asks for a later due date; the document with its number, and what became of it. */
@Entity({ name: 'extension_request' })
export class ExtensionRequestEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'integer' })
  seq: number;

  @Column({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @Column({ name: 'due_version', type: 'integer' })
  dueVersion: number;

  @Column({ name: 'due_on', type: 'date' })
  dueOn: CivilDate;

  @Column({ name: 'requested_on', type: 'date' })
  requestedOn: CivilDate;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text' })
  progress: string;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  evidence: unknown;

  @Column({ type: 'text', array: true })
  chain: string[];

  @Column({ type: 'text' })
  state: string;

  @Column({ name: 'granted_on', type: 'date', nullable: true })
  grantedOn: CivilDate | null;

  @Column({ name: 'extended_days', type: 'integer', nullable: true })
  extendedDays: number | null;

  @Column({ name: 'asked_by', type: 'uuid' })
  askedBy: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt: Date;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
