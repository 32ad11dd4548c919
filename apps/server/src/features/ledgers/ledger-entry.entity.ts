import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One subject of a ledger as it stands now; closed ones stay, relapses come back to the same row. */
@Entity({ name: 'ledger_entry' })
export class LedgerEntryEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'integer' })
  seq: number;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'subject_key', type: 'text' })
  subjectKey: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ name: 'school_code', type: 'text', nullable: true })
  schoolCode: string | null;

  @Column({ name: 'school_name', type: 'text', nullable: true })
  schoolName: string | null;

  @Column({ type: 'text', nullable: true })
  stage: string | null;

  @Column({ type: 'text', nullable: true })
  indicator: string | null;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId: string | null;

  @Column({ name: 'township_id', type: 'uuid', nullable: true })
  townshipId: string | null;

  @Column({ type: 'text', nullable: true })
  cause: string | null;

  @Column({ type: 'text', nullable: true })
  measure: string | null;

  @Column({ name: 'measure_note', type: 'text', nullable: true })
  measureNote: string | null;

  @Column({ name: 'project_id', type: 'uuid', nullable: true })
  projectId: string | null;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn: CivilDate | null;

  @Column({ name: 'target_year', type: 'integer', nullable: true })
  targetYear: number | null;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  fields: unknown;

  @Column({ type: 'text' })
  state: string;

  @Column({ name: 'closing_ground', type: 'text', nullable: true })
  closingGround: string | null;

  @Column({ name: 'achieved_on', type: 'date', nullable: true })
  achievedOn: CivilDate | null;

  @Column({ name: 'opened_by', type: 'uuid', nullable: true })
  openedBy: string | null;

  @Column({ name: 'opened_on', type: 'date' })
  openedOn: CivilDate;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;

  @Column({ name: 'applied_by', type: 'uuid', nullable: true })
  appliedBy: string | null;

  @Column({ name: 'rechecked_by', type: 'uuid', nullable: true })
  recheckedBy: string | null;

  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true })
  confirmedBy: string | null;

  @Column({ name: 'application_no', type: 'integer', default: 0 })
  applicationNo: number;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ name: 'data_outcome', type: 'text', nullable: true })
  dataOutcome: string | null;

  @Column({ name: 'data_as_of', type: 'date', nullable: true })
  dataAsOf: CivilDate | null;

  @Column({ name: 'opened_value', type: 'numeric', nullable: true })
  openedValue: string | null;

  @Column({ type: 'numeric', nullable: true })
  value: string | null;

  @Column({ type: 'numeric', nullable: true })
  line: string | null;

  @Column({ type: 'text', nullable: true })
  category: string | null;

  @Column({ type: 'integer', default: 0 })
  relapses: number;

  @Column({ name: 'task_id', type: 'uuid', nullable: true })
  taskId: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @Column({ type: 'boolean', default: false })
  example: boolean;
}
