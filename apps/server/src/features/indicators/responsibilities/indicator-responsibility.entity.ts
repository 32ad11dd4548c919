import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit that leads or supports an indicator, where the campaign says so itself. */
@Entity({ name: 'indicator_responsibility' })
export class IndicatorResponsibilityEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'text' })
  indicator: string;

  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ type: 'text' })
  role: string;

  @Column({ type: 'integer' })
  position: number;
}
