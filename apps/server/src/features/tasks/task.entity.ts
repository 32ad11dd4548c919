import type { CivilDate, DueRule } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A task as it stands now. */
@Entity({ name: 'task' })
export class TaskEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'integer' })
  seq: number;

  @Column({ name: 'batch_id', type: 'uuid' })
  batchId: string;

  @Column({ name: 'batch_index', type: 'integer' })
  batchIndex: number;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ name: 'source_kind', type: 'text' })
  sourceKind: string;

  @Column({ name: 'source_id', type: 'uuid', nullable: true })
  sourceId: string | null;

  @Column({ name: 'clause_id', type: 'uuid', nullable: true })
  clauseId: string | null;

  @Column({ name: 'lead_unit_id', type: 'uuid' })
  leadUnitId: string;

  @Column({ type: 'text' })
  state: string;

  @Column({ name: 'suspended_from', type: 'text', nullable: true })
  suspendedFrom: string | null;

  @Column({ type: 'boolean', default: false })
  returned: boolean;

  @Column({ name: 'data_contradicted', type: 'boolean', default: false })
  dataContradicted: boolean;

  @Column({ type: 'text' })
  priority: string;

  @Column({ name: 'required_evidence', type: 'text', array: true })
  requiredEvidence: string[];

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn: CivilDate | null;

  @Column({ name: 'original_due_on', type: 'date', nullable: true })
  originalDueOn: CivilDate | null;

  @Column({ name: 'effective_due_on', type: 'date', nullable: true })
  effectiveDueOn: CivilDate | null;

  /** How `dueOn` was counted; null when a person named the day. */
  @Column({ name: 'due_rule', type: 'jsonb', nullable: true })
  dueRule: DueRule | null;
  @Column({ name: 'receipt_due_on', type: 'date', nullable: true })
  receiptDueOn: CivilDate | null;

  @Column({ name: 'verification_due_on', type: 'date', nullable: true })
  verificationDueOn: CivilDate | null;

  @Column({ name: 'due_version', type: 'integer', default: 1 })
  dueVersion: number;

  @Column({ name: 'paused_days', type: 'integer', default: 0 })
  pausedDays: number;

  @Column({ name: 'paused_on', type: 'date', nullable: true })
  pausedOn: CivilDate | null;

  /** Frozen at closing: working days between the submission that was accepted and the due date; negative: early. */
  @Column({ name: 'lateness_days', type: 'integer', nullable: true })
  latenessDays: number | null;

  @Column({ name: 'lateness_original_days', type: 'integer', nullable: true })
  latenessOriginalDays: number | null;

  /** Frozen at closing: the original due date, put off by all the pauses. */
  @Column({ name: 'original_effective_due_on', type: 'date', nullable: true })
  originalEffectiveDueOn: CivilDate | null;

  @Column({ name: 'submission_no', type: 'integer', default: 0 })
  submissionNo: number;

  @Column({ name: 'assigned_at', type: 'timestamptz', nullable: true })
  assignedAt: Date | null;

  @Column({ name: 'signed_at', type: 'timestamptz', nullable: true })
  signedAt: Date | null;

  @Column({ name: 'submitted_by', type: 'uuid', nullable: true })
  submittedBy: string | null;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  @Column({ name: 'reviewed_by', type: 'uuid', nullable: true })
  reviewedBy: string | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ name: 'last_progress', type: 'text', nullable: true })
  lastProgress: string | null;

  @Column({ name: 'last_progress_at', type: 'timestamptz', nullable: true })
  lastProgressAt: Date | null;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @Column({ type: 'boolean', default: false })
  example: boolean;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
