import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One period of a rule for one unit: its task, or why there is none. Append-only. */
@Entity({ name: 'recurring_instance' })
export class RecurringInstanceEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'rule_id', type: 'uuid' })
  ruleId: string;

  @Column({ type: 'text' })
  period: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn: CivilDate;

  @Column({ name: 'task_id', type: 'uuid', nullable: true })
  taskId: string | null;

  @Column({ type: 'text', nullable: true })
  skipped: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
