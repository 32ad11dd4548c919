import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { UnitRef } from '../../../http/refs.dto.js';

/** Who is responsible for an indicator, and when its data are due. */
export class ResponsibilityRow {
  /** C1 to C31, or approval. */
  indicator: string;
  name: string;
  @ApiProperty({ enum: ['resources', 'guarantee', 'quality', 'approval'], enumName: 'IndicatorGroup' })
  group: 'resources' | 'guarantee' | 'quality' | 'approval';
  @ApiProperty({ enum: ['census', 'fiscal', 'yearly', 'evidence'], enumName: 'DataCycle' })
  cycle: 'census' | 'fiscal' | 'yearly' | 'evidence';
  leadUnits: UnitRef[];
  supportUnits: UnitRef[];
  /** Names of the standard that are no member unit here. */
  unmatchedNames: string[];
  /** The campaign names the units itself. */
  ownUnits: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'null: as evidence comes' })
  dueMonth: number | null;
  @ApiProperty({ type: Number, nullable: true })
  dueDay: number | null;
  ownDue: boolean;
  note: string;
  /** 0: never changed. */
  version: number;
}

export class Responsibilities {
  items: ResponsibilityRow[];
}

export class ResponsibilityReset {
  @IsInt()
  version: number;
}

export class ResponsibilityChange extends ResponsibilityReset {
  @IsArray()
  @ArrayMinSize(1, { message: '请至少选一个牵头单位' })
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  leadUnitIds: string[];

  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  supportUnitIds: string[];

  /** With the day; both null: as the standard's cycle has it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(12)
  @ApiProperty({ type: Number, nullable: true, required: false })
  dueMonth?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(31)
  @ApiProperty({ type: Number, nullable: true, required: false })
  dueDay?: number | null;

  @IsString()
  @MaxLength(500)
  note: string;
}
