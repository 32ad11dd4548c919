import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person passed a gate, or took that back, with what the conditions said then. Append-only. */
@Entity({ name: 'gate_decision' })
export class GateDecisionEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'phase_id', type: 'uuid' })
  phaseId: string;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  outcome: string;

  @Column({ type: 'text' })
  note: string;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'integer' })
  lacking: number;

  @Column({ type: 'jsonb' })
  answers: unknown;

  @Column({ name: 'decided_on', type: 'date' })
  decidedOn: CivilDate;

  @Column({ name: 'decided_by', type: 'uuid' })
  decidedBy: string;

  @Column({ name: 'decided_at', type: 'timestamptz' })
  decidedAt: Date;
}
