import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A setting of the whole installation. */
@Entity({ name: 'instance_setting' })
export class InstanceSettingEntity {
  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'jsonb' })
  value: unknown;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
