import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Leave to ask although the due day is over; append-only. */
@Entity({ name: 'extension_door' })
export class ExtensionDoorEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @Column({ name: 'due_version', type: 'integer' })
  dueVersion: number;

  @Column({ name: 'until_on', type: 'date' })
  untilOn: CivilDate;

  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'opened_by', type: 'uuid' })
  openedBy: string;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;
}
