import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One school of a data set; append-only. */
@Entity({ name: 'school_record' })
export class SchoolRecordEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'data_set_id', type: 'uuid' })
  dataSetId: string;

  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'jsonb' })
  content: unknown;
}
