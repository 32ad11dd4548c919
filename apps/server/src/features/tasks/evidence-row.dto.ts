import { ApiProperty } from '@nestjs/swagger';
import { PersonRef, UnitRef } from '../../http/refs.dto.js';
import { type EvidenceKind, evidenceKinds } from './task-words.js';

export { type EvidenceKind, evidenceKinds };

/** Draft until the task is submitted, frozen from then on, voided when an office withdraws it with a reason. */
export const evidenceStatuses = ['draft', 'frozen', 'voided'] as const;
export type EvidenceStatus = (typeof evidenceStatuses)[number];

/** What browsers show in place without running anything. */
export const inlineMediaTypes: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/bmp',
]);

/** A file registered as evidence of a task. */
export class EvidenceRow {
  id: string;
  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind' })
  kind: EvidenceKind;
  fileName: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  @ApiProperty({ enum: evidenceStatuses, enumName: 'EvidenceStatus' })
  status: EvidenceStatus;
  @ApiProperty({ type: Number, nullable: true })
  submissionNo: number | null;
  uploadedBy: PersonRef;
  unit: UnitRef;
  /** ISO-8601 instant. */
  uploadedAt: string;
  /** Whether the asking person may withdraw it: an own draft. */
  canDelete: boolean;
  /** Whether the browser may show it in place: PDF and raster images only. */
  inline: boolean;
}
