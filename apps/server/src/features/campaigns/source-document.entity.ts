import type { CivilDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A document of the plan. */
@Entity({ name: 'source_document' })
export class SourceDocumentEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  entry: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  issuer: string;

  @Column({ name: 'issued_on', type: 'date', nullable: true })
  issuedOn: CivilDate | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;
}
