import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a project is to bring, as far as it is known; null is unknown and never 0. Append-only. */
@Entity({ name: 'project_facts' })
export class ProjectFactsEntity {
  @PrimaryColumn({ name: 'campaign_id', type: 'uuid' })
  campaignId: string;

  @PrimaryColumn({ name: 'project_id', type: 'uuid' })
  projectId: string;

  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @Column({ name: 'school_code', type: 'text', nullable: true })
  schoolCode: string | null;

  @Column({ name: 'township_id', type: 'uuid', nullable: true })
  townshipId: string | null;

  @Column({ name: 'places_primary', type: 'integer', nullable: true })
  placesPrimary: number | null;

  @Column({ name: 'places_junior', type: 'integer', nullable: true })
  placesJunior: number | null;

  @Column({ name: 'classes_primary', type: 'integer', nullable: true })
  classesPrimary: number | null;

  @Column({ name: 'classes_junior', type: 'integer', nullable: true })
  classesJunior: number | null;

  @Column({ name: 'room_area', type: 'numeric', precision: 12, scale: 2, nullable: true })
  roomArea: string | null;

  @Column({ name: 'sports_area', type: 'numeric', precision: 12, scale: 2, nullable: true })
  sportsArea: string | null;

  @Column({ name: 'network_rooms', type: 'integer', nullable: true })
  networkRooms: number | null;

  @Column({ type: 'numeric', precision: 14, scale: 4, nullable: true })
  equipment: string | null;

  @Column({ name: 'music_rooms', type: 'integer', nullable: true })
  musicRooms: number | null;

  @Column({ name: 'art_rooms', type: 'integer', nullable: true })
  artRooms: number | null;

  @Column({ type: 'boolean', default: false })
  example: boolean;
}
