import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WhatIfContent } from './what-if-content.dto.js';

/** Assumptions under a name, resting on one data set. */
@Entity({ name: 'what_if' })
export class WhatIfEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'data_set_id', type: 'uuid' })
  dataSetId: string;

  @Column({ name: 'goal_year', type: 'integer' })
  goalYear: number;

  @Column({ type: 'jsonb' })
  assumptions: WhatIfContent;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @Column({ type: 'boolean', default: false })
  withdrawn: boolean;
}
