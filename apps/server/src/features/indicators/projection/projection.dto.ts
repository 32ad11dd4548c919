import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsUUID, Max, Min } from 'class-validator';
import { Transform, Type } from 'class-transformer';
import { type ResourceIndicator, resourceIndicators, type Stage, stages } from '#indicator-engine';
import { type Conclusion, conclusions, type Verdict, verdicts } from '../evaluation-words.js';
import { DataSetRow } from '../school-imports.dto.js';

const stage = { enum: stages, enumName: 'Stage' };
const judged = [...new Set([...verdicts, ...conclusions])];
const standing = { enum: judged, enumName: 'TurnVerdict', nullable: true };
const turnKinds = ['section', 'figure', 'coefficient', 'school'] as const;
const turnWays = ['reached', 'lost', 'other'] as const;

export class YearQuery {
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;
}

export class ComparisonQuery {
  @ApiProperty({ type: [String], format: 'uuid', description: 'one to three, divided by commas' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @IsUUID(undefined, { each: true })
  ids: string[];
}

/** One stage in one year. */
export class StageYear {
  @ApiProperty(stage)
  stage: Stage;
  /** Sections by their conclusion. */
  met: number;
  unmet: number;
  toVerify: number;
  notApplicable: number;
  /** Of the schools whose number is known. */
  pupils: number;
  /** Schools whose number of pupils is not known. */
  pupilsMissing: number;
  /** Places that projects have added since the data's year, where they say how many. */
  placesAdded: number;
  /** Projects that have opened and do not say how many. */
  placesUnknown: number;
  /** Places added less pupils added since the data's year; null while projects do not say. */
  @ApiProperty({ type: Number, nullable: true })
  balance: number | null;
}

export class YearCoefficient {
  @ApiProperty({ enum: resourceIndicators, enumName: 'ResourceIndicator' })
  indicator: ResourceIndicator;
  @ApiProperty(stage)
  stage: Stage;
  text: string;
  /** For charts only. */
  @ApiProperty({ type: Number, nullable: true })
  approximate: number | null;
  limitText: string;
  limit: number;
  @ApiProperty({ enum: verdicts, enumName: 'Verdict' })
  verdict: Verdict;
}

/** A school with more pupils than C11 allows. */
export class OversizedSchool {
  code: string;
  name: string;
  text: string;
  lineText: string;
}

export class ProjectedYearRow {
  /** September of this year. */
  year: number;
  /** Names of the projects that open. */
  opened: string[];
  stages: StageYear[];
  coefficients: YearCoefficient[];
  oversized: OversizedSchool[];
}

/** A verdict that is not what it was the year before; null: the school was not there. */
export class TurnRow {
  year: number;
  @ApiProperty({ enum: turnKinds, enumName: 'TurnKind' })
  kind: (typeof turnKinds)[number];
  @ApiProperty({ type: String, nullable: true })
  code: string | null;
  @ApiProperty({ type: String, nullable: true })
  name: string | null;
  @ApiProperty({ ...stage, nullable: true })
  stage: Stage | null;
  @ApiProperty({ type: String, nullable: true })
  indicator: string | null;
  @ApiProperty(standing)
  from: Verdict | Conclusion | null;
  @ApiProperty(standing)
  to: Verdict | Conclusion | null;
  @ApiProperty({ enum: turnWays, enumName: 'TurnWay' })
  way: (typeof turnWays)[number];
}

export class ProjectionView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: nothing is done' })
  id: string | null;
  name: string;
  dataSet: DataSetRow;
  dataYear: number;
  goalYear: number;
  /** The data's own year first. */
  years: ProjectedYearRow[];
  turns: TurnRow[];
  /** What is left out, or not complete. */
  notes: string[];
  /** What a projection cannot say. */
  notProjected: string[];
}

export class YearSection {
  code: string;
  name: string;
  @ApiProperty(stage)
  stage: Stage;
  @ApiProperty({ type: Number, nullable: true })
  students: number | null;
  @ApiProperty({ enum: conclusions, enumName: 'Conclusion' })
  verdict: Conclusion;
  missed: string[];
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** The school is in the data set, so it has a page. */
  inData: boolean;
}

export class YearSections {
  year: number;
  rows: YearSection[];
}

export class ComparedColumn {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: nothing is done' })
  id: string | null;
  name: string;
  dataSet: DataSetRow;
  goalYear: number;
}

export class ComparedValue {
  @ApiProperty({ type: Number, nullable: true, description: 'null: not known, or not projected so far' })
  value: number | null;
  /** Against the first column, in words; '' in it. */
  difference: string;
}

const measures = ['met', 'unmet', 'toVerify', 'pupils', 'balance', 'coefficients', 'oversized'] as const;
export type Measure = (typeof measures)[number];

export class ComparedRow {
  year: number;
  @ApiProperty({ ...stage, nullable: true })
  stage: Stage | null;
  @ApiProperty({ enum: measures, enumName: 'ComparedMeasure' })
  measure: Measure;
  values: ComparedValue[];
  /** Not all columns say the same. */
  differs: boolean;
}

/** What-ifs side by side; the first column is what comes if nothing is done. */
export class Comparison {
  columns: ComparedColumn[];
  rows: ComparedRow[];
  notes: string[];
}
