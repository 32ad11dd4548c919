import { IsString, MaxLength } from 'class-validator';
import { IsFilledIn } from '../../../http/is-filled-in.js';

export class VoidEvidence {
  @IsString()
  @IsFilledIn()
  @MaxLength(500)
  reason: string;
}
