import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year's declared totals of projects. */
@Entity({ name: 'project_year' })
export class ProjectYearEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  entry: string;

  @Column({ type: 'integer' })
  year: number;

  @Column({ type: 'integer' })
  schools: number;

  @Column({ name: 'places_primary', type: 'integer', nullable: true })
  placesPrimary: number | null;

  @Column({ name: 'places_junior', type: 'integer', nullable: true })
  placesJunior: number | null;

  @Column({ type: 'numeric', precision: 14, scale: 4, nullable: true })
  investment: string | null;

  @Column({ name: 'investment_scope', type: 'text', nullable: true })
  investmentScope: string | null;

  @Column({ name: 'clause_id', type: 'uuid' })
  clauseId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'boolean', default: false })
  withdrawn: boolean;
}
