import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The conditions of a gate as they were saved; the newest are in force. Append-only. */
@Entity({ name: 'gate_version' })
export class GateVersionEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'phase_id', type: 'uuid' })
  phaseId: string;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'jsonb' })
  conditions: unknown;

  @Column({ name: 'saved_by', type: 'uuid' })
  savedBy: string;

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt: Date;
}
