import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A school construction project. */
@Entity({ name: 'project' })
export class ProjectEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  entry: string;

  @Column({ type: 'text' })
  school: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'integer' })
  year: number;

  @Column({ type: 'text', array: true })
  stages: string[];

  @Column({ name: 'clause_id', type: 'uuid', nullable: true })
  clauseId: string | null;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'boolean', default: false })
  withdrawn: boolean;

  /** By the office: the plan does not list it. */
  @Column({ type: 'boolean', default: false })
  added: boolean;
}
