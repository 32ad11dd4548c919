import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One county's campaign. */
@Entity({ name: 'campaign' })
export class CampaignEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  place: string;

  @Column({ name: 'pack_id', type: 'text', nullable: true })
  packId: string | null;

  @Column({ name: 'pack_fingerprint', type: 'text', nullable: true })
  packFingerprint: string | null;

  @Column({ type: 'boolean', default: false })
  example: boolean;

  @Column({ name: 'last_task_seq', type: 'integer', default: 0 })
  lastTaskSeq: number;

  @Column({ name: 'last_extension_seq', type: 'integer', default: 0 })
  lastExtensionSeq: number;

  @Column({ name: 'last_ledger_seq', type: 'integer', default: 0 })
  lastLedgerSeq: number;

  @Column({ name: 'extension_chain', type: 'text', default: 'office_supervision' })
  extensionChain: string;
  /** Working days to sign for a task, counted from its assignment. */
  @Column({ name: 'receipt_working_days', type: 'integer', default: 2 })
  receiptWorkingDays: number;

  /** Working days the reviewer has, counted from a submission. */
  @Column({ name: 'verification_working_days', type: 'integer', default: 5 })
  verificationWorkingDays: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
