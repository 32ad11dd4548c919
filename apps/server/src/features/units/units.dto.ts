import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsFilledIn } from '../../http/is-filled-in.js';
import { UnitRef } from '../../http/refs.dto.js';

export class UnitRow extends UnitRef {
  namePending: boolean;
  aliases: string[];
  order: number;
  dutyCount: number;
  contactCount: number;
  version: number;
}

export class UnitList {
  items: UnitRow[];
}

export class UnitRename {
  @IsInt()
  version: number;

  @IsString()
  @IsFilledIn()
  @MaxLength(50)
  name: string;

  @IsOptional()
  @IsString()
  @IsFilledIn()
  @MaxLength(20)
  shortName?: string;
}
