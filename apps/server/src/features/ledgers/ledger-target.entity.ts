import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many entries are to be closed in a year; the newest row of a year counts; append-only. */
@Entity({ name: 'ledger_target' })
export class LedgerTargetEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'integer' })
  year: number;

  @Column({ type: 'integer' })
  quantity: number;

  @Column({ type: 'text' })
  basis: string;

  @Column({ name: 'set_by', type: 'uuid' })
  setBy: string;

  @Column({ name: 'set_at', type: 'timestamptz' })
  setAt: Date;
}
