import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last sign of life of the scheduler. */
@Entity({ name: 'scheduler_heartbeat' })
export class SchedulerHeartbeatEntity {
  @PrimaryColumn({ type: 'text' })
  name: string;

  @Column({ name: 'beat_at', type: 'timestamptz' })
  beatAt: Date;
}
