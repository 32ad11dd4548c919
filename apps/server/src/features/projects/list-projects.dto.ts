import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { type ProjectState, projectStages, type ProjectStage, projectStates } from './project-words.js';
import { type RollUpLevel, rollUpLevels } from './roll-up.js';

const commaList = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',') : value;
const commaNumbers = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').map(Number) : value;

export const noUnit = 'none';
export const unknownFigures = ['places', 'investment'] as const;

/** Filter of the list of projects; the same for page, sums and workbook. */
export class ProjectFilter {
  @IsOptional()
  @Transform(commaNumbers)
  @IsInt({ each: true })
  @Min(2000, { each: true })
  @Max(2100, { each: true })
  year?: number[];

  @IsOptional()
  @IsIn(projectStages)
  @ApiProperty({ enum: projectStages, enumName: 'ProjectStage', required: false })
  stage?: ProjectStage;

  @IsOptional()
  @Transform(commaList)
  @IsIn(projectStates, { each: true })
  @ApiProperty({ enum: projectStates, enumName: 'ProjectState', isArray: true, required: false })
  state?: ProjectState[];

  /** Has come at least so far. */
  @IsOptional()
  @IsIn(rollUpLevels)
  @ApiProperty({ enum: rollUpLevels, enumName: 'RollUpLevel', required: false })
  level?: RollUpLevel;

  /** Responsible for something in it; `none`: nobody is. */
  @ValidateIf(({ unitId }: ProjectFilter) => unitId !== undefined && unitId !== noUnit)
  @IsUUID()
  unitId?: string;

  /** No report this month. */
  @IsOptional()
  @IsIn(['true'])
  @ApiProperty({ enum: ['true'], required: false })
  unreported?: 'true';

  /** A milestone is late. */
  @IsOptional()
  @IsIn(['true'])
  @ApiProperty({ enum: ['true'], required: false })
  late?: 'true';

  /** A figure of this kind is not known. */
  @IsOptional()
  @IsIn(unknownFigures)
  @ApiProperty({ enum: unknownFigures, required: false })
  unknown?: (typeof unknownFigures)[number];

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}
