import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one person of the chain said; append-only. */
@Entity({ name: 'extension_decision' })
export class ExtensionDecisionEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'request_id', type: 'uuid' })
  requestId: string;

  @Column({ type: 'integer' })
  step: number;

  @Column({ type: 'text' })
  outcome: string;

  @Column({ name: 'granted_on', type: 'date', nullable: true })
  grantedOn: CivilDate | null;

  @Column({ type: 'text', nullable: true })
  ground: string | null;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'asked_by', type: 'uuid' })
  askedBy: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
