import { ApiProperty } from '@nestjs/swagger';

export class PackFieldChange {
  name: string;
  before: string;
  after: string;
}

export class PackChangeView {
  @ApiProperty({ description: '条目种类，如 unit、duty、clause' })
  kind: string;
  id: string;
  title: string;
  fields?: PackFieldChange[];
}

export class PackCheckView {
  id: string;
  @ApiProperty({ enum: ['holds', 'warning', 'error'] })
  level: 'holds' | 'warning' | 'error';
  message: string;
  @ApiProperty({ type: String, nullable: true })
  clause: string | null;
}

/** What loading a pack would change, and what its own checks say. */
export class PackDiffView {
  packId: string;
  fingerprint: string;
  @ApiProperty({ type: String, nullable: true })
  loadedFingerprint: string | null;
  unchanged: boolean;
  added: PackChangeView[];
  changed: PackChangeView[];
  removed: PackChangeView[];
  checks: PackCheckView[];
}
