import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { projectLevels, type ProjectLevel, projectRoles, type ProjectRole } from '#campaign-pack';

export class MilestoneInput {
  @IsString()
  @MaxLength(30)
  id: string;

  @IsString()
  @MaxLength(30)
  name: string;

  @IsIn(projectRoles)
  @ApiProperty({ enum: projectRoles, enumName: 'ProjectRole' })
  role: ProjectRole;

  @IsOptional()
  @IsIn(projectLevels)
  @ApiProperty({ enum: projectLevels, enumName: 'ProjectLevel', nullable: true })
  reaches: ProjectLevel | null;
}

export class MilestoneChainInput {
  /** Version the office has seen; 0: the one that comes with the program. */
  @IsInt()
  number: number;

  @IsInt()
  taskWorkingDays: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MilestoneInput)
  milestones: MilestoneInput[];
}

export class MilestoneProjects {
  milestone: string;
  /** How many have a planned or an actual day of it. */
  projects: number;
}

export class MilestoneChainView {
  number: number;
  taskWorkingDays: number;
  milestones: MilestoneInput[];
  /** Left out of the chain; days of them stay stored and count again when they return. */
  withdrawn: MilestoneInput[];
  used: MilestoneProjects[];
  mayEdit: boolean;
}
