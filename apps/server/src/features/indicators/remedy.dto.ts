import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { type ResourceIndicator, resourceIndicators, type Stage, stages } from '#indicator-engine';
import { EvaluationQuery } from './indicators.dto.js';
import { DataSetRow } from './school-imports.dto.js';

const stage = { enum: stages, enumName: 'Stage' };
const resource = { enum: resourceIndicators, enumName: 'ResourceIndicator' };
const modes = ['add', 'move'] as const;
const mode = { enum: modes, enumName: 'RemedyMode' };

/** 元 for one 人, ㎡, 元 or 间; the example costs when absent. */
function UnitCost(): PropertyDecorator {
  const decorators = [
    ApiProperty({ type: String, required: false, description: '元' }),
    IsOptional(),
    Matches(/^\d{1,9}(\.\d{1,2})?$/, { message: '单价应是不小于 0 的数，最多两位小数，单位是元' }),
  ];
  return (target, key) => decorators.forEach((decorate) => decorate(target, key));
}

export class RemedyQuery extends EvaluationQuery {
  @ApiProperty({
    ...mode,
    required: false,
    description: 'add when absent; move lets teachers change schools',
  })
  @IsOptional()
  @IsIn(modes)
  mode: (typeof modes)[number] = 'add';

  @UnitCost()
  costC1?: string;
  @UnitCost()
  costC2?: string;
  @UnitCost()
  costC3?: string;
  @UnitCost()
  costC4?: string;
  @UnitCost()
  costC5?: string;
  @UnitCost()
  costC6?: string;
  @UnitCost()
  costC7?: string;
}

export class RemedyCost {
  @ApiProperty(resource)
  indicator: ResourceIndicator;
  name: string;
  /** 人, ㎡, 元 or 间. */
  unit: string;
  /** 元 for one unit. */
  cost: string;
  /** Nobody has entered it: 示例单价. */
  example: boolean;
}

/** What one figure lacks. */
export class RemedyNeed {
  @ApiProperty(stage)
  stage: Stage;
  @ApiProperty(resource)
  indicator: ResourceIndicator;
  /** Of this stage, to the national line. */
  lacks: string;
  unit: string;
  /** To buy for the line, and for 85 % of it; of an integrated school's purchase only a share counts for the stage. */
  unitsToLine: number;
  unitsToFloor: number;
}

export class RemedyPurchase {
  @ApiProperty(resource)
  indicator: ResourceIndicator;
  /** Whom a teacher is for; null: rooms and the like serve the whole school. */
  @ApiProperty({ ...stage, nullable: true })
  stage: Stage | null;
  amount: string;
  unit: string;
  /** 元 */
  cost: string;
}

export class BelowLine {
  @ApiProperty(stage)
  stage: Stage;
  @ApiProperty(resource)
  indicator: ResourceIndicator;
}

/** What one school lacks, and the cheapest purchases with which it keeps the 6-of-7 rule. */
export class SchoolRemedyRow {
  code: string;
  name: string;
  needs: RemedyNeed[];
  /** Why its needs cannot be told in full. */
  @ApiProperty({ type: String, nullable: true })
  unknown: string | null;
  /** null while a figure is missing. */
  @ApiProperty({ type: [RemedyPurchase], nullable: true })
  purchases: RemedyPurchase[] | null;
  /** 元 */
  @ApiProperty({ type: String, nullable: true })
  cost: string | null;
  /** What may stay below the line, at 85 % of it or above. */
  belowLine: BelowLine[];
}

export class SectionChangeRow {
  code: string;
  name: string;
  /** Below 0: given to other schools. */
  amount: string;
}

/** The least that brings a coefficient within its limit and every school over its line. */
export class CountyRemedyRow {
  @ApiProperty(resource)
  indicator: ResourceIndicator;
  name: string;
  @ApiProperty(stage)
  stage: Stage;
  @ApiProperty(mode)
  mode: (typeof modes)[number];
  unit: string;
  added: string;
  /** Units that leave one school for another. */
  moved: number;
  /** Proven: no fewer are enough. */
  optimal: boolean;
  lowerBound: string;
  @ApiProperty({ type: Number, nullable: true })
  before: number | null;
  @ApiProperty({ type: Number, nullable: true })
  after: number | null;
  /** 元 */
  cost: string;
  changes: SectionChangeRow[];
  /** Schools without data, left out. */
  missing: number;
}

export class RemedyView {
  @ApiProperty({ type: DataSetRow, nullable: true })
  dataSet: DataSetRow | null;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  @ApiProperty(mode)
  mode: (typeof modes)[number];
  costs: RemedyCost[];
  schools: SchoolRemedyRow[];
  county: CountyRemedyRow[];
}
