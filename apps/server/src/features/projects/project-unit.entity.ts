import { Entity, PrimaryColumn } from 'typeorm';

/** A unit and what it answers for in a project, as of one entry; append-only. */
@Entity({ name: 'project_unit' })
export class ProjectUnitEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'project_id', type: 'uuid' })
  projectId: string;

  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @PrimaryColumn({ type: 'text' })
  role: string;
}
