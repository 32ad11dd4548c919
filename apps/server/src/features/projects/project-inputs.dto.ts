import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { projectRoles, type ProjectRole } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import { IsCivilDate } from '../../http/is-civil-date.js';
import { IsFilledIn } from '../../http/is-filled-in.js';
import {
  moneyKinds,
  type MoneyKind,
  moneySources,
  type MoneySource,
  projectKinds,
  type ProjectKind,
  projectStages,
  type ProjectStage,
} from './project-words.js';

const moneyPattern = /^\d{1,9}(\.\d{1,4})?$/;
const areaPattern = /^\d{1,9}(\.\d{1,2})?$/;
const longestText = 2000;

/** A whole number of places, classes or rooms; null: unknown. */
function Count(): PropertyDecorator {
  return (target, key) => {
    for (const decorate of [
      ApiProperty({ type: Number, nullable: true, required: false }),
      IsOptional(),
      IsInt(),
      Min(0),
      Max(100_000),
    ])
      decorate(target, key);
  };
}

/** A decimal as it was typed; null: unknown. */
function Decimal(pattern: RegExp, message: string): PropertyDecorator {
  return (target, key) => {
    for (const decorate of [
      ApiProperty({ type: String, nullable: true, required: false }),
      IsOptional(),
      Matches(pattern, { message }),
    ])
      decorate(target, key);
  };
}

export class UnitInput {
  @IsUUID()
  unitId: string;

  @IsIn(projectRoles)
  @ApiProperty({ enum: projectRoles, enumName: 'ProjectRole' })
  role: ProjectRole;
}

export class AmountInput {
  @IsIn(moneyKinds)
  @ApiProperty({ enum: moneyKinds, enumName: 'MoneyKind' })
  kind: MoneyKind;

  @IsIn(moneySources)
  @ApiProperty({ enum: moneySources, enumName: 'MoneySource' })
  source: MoneySource;

  /** 万元, in all up to now; null: unknown again. */
  @Decimal(moneyPattern, '金额应为万元数，最多四位小数')
  amount: string | null;
}

/** Everything that is known of a project, as it shall be; what is left out or null is unknown. */
export class FactsInput {
  @IsOptional()
  @IsString()
  @MaxLength(30)
  @ApiProperty({ type: String, nullable: true, required: false })
  schoolCode?: string | null;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  townshipId?: string | null;

  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique(({ unitId, role }: UnitInput) => `${unitId} ${role}`)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => UnitInput)
  units: UnitInput[];

  @Count()
  placesPrimary?: number | null;
  @Count()
  placesJunior?: number | null;
  @Count()
  classesPrimary?: number | null;
  @Count()
  classesJunior?: number | null;
  @Decimal(areaPattern, '面积应为平方米数，最多两位小数')
  roomArea?: string | null;
  @Decimal(areaPattern, '面积应为平方米数，最多两位小数')
  sportsArea?: string | null;
  @Count()
  networkRooms?: number | null;
  @Decimal(moneyPattern, '设备值应为万元数，最多四位小数')
  equipment?: string | null;
  @Count()
  musicRooms?: number | null;
  @Count()
  artRooms?: number | null;

  /** Planned money by source; sources that are left out have none. */
  @IsArray()
  @ArrayMaxSize(moneySources.length)
  @ArrayUnique(({ source }: AmountInput) => source)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AmountInput)
  planned: AmountInput[];
}

/** What the plan says of its own projects, and the office of those it adds. */
class NamedProject extends FactsInput {
  @IsString()
  @IsFilledIn()
  @MaxLength(100)
  school: string;

  @IsIn(projectKinds)
  @ApiProperty({ enum: projectKinds, enumName: 'ProjectKind' })
  kind: ProjectKind;

  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(projectStages, { each: true })
  @ApiProperty({ enum: projectStages, enumName: 'ProjectStage', isArray: true })
  stages: ProjectStage[];
}

/** A project the plan does not list. */
export class NewProject extends NamedProject {}

export class FactsChange extends FactsInput {
  @IsInt()
  version: number;

  /** Only of a project the office added: the plan names its own. */
  @IsOptional()
  @IsString()
  @IsFilledIn()
  @MaxLength(100)
  school?: string;
}

export class DayInput {
  @IsString()
  @MaxLength(30)
  milestone: string;

  /** null: takes the day back. */
  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', nullable: true })
  day: CivilDate | null;
}

export class PlanChange {
  @IsInt()
  version: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique(({ milestone }: DayInput) => milestone)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DayInput)
  days: DayInput[];

  /** Needed as soon as a day that was planned changes. */
  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  reason?: string;
}

export class ActualInput extends DayInput {
  /** What proves it: a document, its number, where it lies. */
  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  evidence?: string;

  /** Needed when a day that was reported changes. */
  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  reason?: string;
}

/** What a unit reports: milestones, money that came and was paid, progress in words; at least one of them. */
export class ReportInput {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique(({ milestone }: ActualInput) => milestone)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ActualInput)
  milestones?: ActualInput[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(moneyKinds.length * moneySources.length)
  @ArrayUnique(({ kind, source }: AmountInput) => `${kind} ${source}`)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AmountInput)
  amounts?: AmountInput[];

  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  text?: string;
}

export class StateChange {
  @IsInt()
  version: number;

  @IsString()
  @IsFilledIn()
  @MaxLength(longestText)
  reason: string;
}
