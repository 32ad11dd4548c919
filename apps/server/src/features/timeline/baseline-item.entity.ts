import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A phase, task, milestone or target as a baseline froze it. */
@Entity({ name: 'baseline_item' })
export class BaselineItemEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'baseline_id', type: 'uuid' })
  baselineId: string;

  @PrimaryColumn({ type: 'text' })
  kind: string;

  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text', nullable: true })
  number: string | null;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @Column({ type: 'text', nullable: true })
  value: string | null;

  @Column({ name: 'starts_on', type: 'date', nullable: true })
  startsOn: CivilDate | null;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn: CivilDate | null;

  @Column({ type: 'text' })
  state: string;

  @Column({ name: 'done_on', type: 'date', nullable: true })
  doneOn: CivilDate | null;
}
