import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that refused mail for good, and how many times in a row. */
@Entity({ name: 'mailbox_failure' })
export class MailboxFailureEntity {
  @PrimaryColumn({ type: 'text' })
  address: string;

  @Column({ type: 'integer' })
  failures: number;

  @Column({ name: 'last_error', type: 'text' })
  lastError: string;

  @Column({ name: 'suspended_at', type: 'timestamptz', nullable: true })
  suspendedAt: Date | null;
}
