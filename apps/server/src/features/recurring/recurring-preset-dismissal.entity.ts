import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A preset the desk does not speak of any more. */
@Entity({ name: 'recurring_preset_dismissal' })
export class RecurringPresetDismissalEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'text' })
  preset: string;

  @Column({ name: 'dismissed_by', type: 'uuid' })
  dismissedBy: string;

  @Column({ name: 'dismissed_at', type: 'timestamptz' })
  dismissedAt: Date;
}
