import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a special case holds for a school, or no longer does; append-only. */
@Entity({ name: 'special_case_use' })
export class SpecialCaseUseEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'case_id', type: 'text' })
  caseId: string;

  @Column({ name: 'school_code', type: 'text' })
  schoolCode: string;

  @Column({ type: 'boolean' })
  applies: boolean;

  @Column({ name: 'case_values', type: 'jsonb' })
  caseValues: Record<string, string>;

  @Column({ type: 'text' })
  ground: string;

  @Column({ type: 'date' })
  since: CivilDate;

  @Column({ name: 'unit_name', type: 'text' })
  unitName: string;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
