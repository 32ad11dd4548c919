import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of a campaign's rules of reminding; the whole set is replaced at once. */
@Entity({ name: 'reminder_rule' })
export class ReminderRuleEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'offset_days', type: 'integer' })
  offsetDays: number;

  @Column({ name: 'day_kind', type: 'text' })
  dayKind: string;

  @Column({ type: 'text', array: true })
  recipients: string[];

  @Column({ name: 'source_kinds', type: 'text', array: true })
  sourceKinds: string[];

  @Column({ type: 'text', array: true })
  priorities: string[];

  @Column({ type: 'boolean' })
  active: boolean;
}
