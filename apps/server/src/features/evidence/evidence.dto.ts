import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type EvidenceKind, evidenceKinds } from '../tasks/tasks.module.js';

/** The upload form as the API document shows it; it is read as a stream, not as a body. */
export class NewEvidenceForm {
  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind' })
  kind: EvidenceKind;
  @ApiProperty({ type: String, format: 'binary' })
  file: string;
}

export class EvidenceContentQuery {
  @IsOptional()
  @IsIn(['1'])
  @ApiProperty({ enum: ['1'], required: false })
  inline?: '1';
}
