import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One class of a data set; append-only. */
@Entity({ name: 'class_record' })
export class ClassRecordEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'data_set_id', type: 'uuid' })
  dataSetId: string;

  @PrimaryColumn({ type: 'integer' })
  position: number;

  @Column({ type: 'jsonb' })
  content: unknown;
}
