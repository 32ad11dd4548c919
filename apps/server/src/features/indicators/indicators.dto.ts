import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type ResourceIndicator, resourceIndicators, stages, type Stage } from '#indicator-engine';
import { IsCivilDate } from '../../http/is-civil-date.js';
import { UnitRef } from '../../http/refs.dto.js';
import {
  type Conclusion,
  conclusions,
  type DataSetKind,
  dataSetKinds,
  type SchoolKind,
  schoolKinds,
  type Verdict,
  verdicts,
} from './evaluation-words.js';
import { DataSetRow } from './school-imports.dto.js';

const verdict = { enum: verdicts, enumName: 'Verdict' };
const conclusion = { enum: conclusions, enumName: 'Conclusion' };
const stage = { enum: stages, enumName: 'Stage' };
const resource = { enum: resourceIndicators, enumName: 'ResourceIndicator' };

export class EvaluationQuery {
  @ApiProperty({ type: String, format: 'uuid', required: false, description: 'the newest when absent' })
  @IsOptional()
  @IsUUID()
  dataSetId?: string;

  @ApiProperty({ type: String, format: 'date', required: false, description: 'today when absent' })
  @IsOptional()
  @IsCivilDate()
  asOf?: string;

  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    description: 'only what was imported and entered by that day (按当时所知); all when absent',
  })
  @IsOptional()
  @IsCivilDate()
  knownOn?: string;
}

export class MatrixQuery extends EvaluationQuery {
  @ApiProperty({ ...stage, required: false, description: 'primary when absent' })
  @IsOptional()
  @IsIn(stages)
  stage: Stage = 'primary';
}

/** How an indicator stood by earlier data. */
export class TrendPoint {
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  @ApiProperty({ enum: dataSetKinds, enumName: 'DataSetKind' })
  kind: DataSetKind;
  @ApiProperty(verdict)
  verdict: Verdict;
  text: string;
}

export class BoardRow {
  /** C1 to C31, or approval. */
  id: string;
  name: string;
  @ApiProperty({ enum: ['resources', 'guarantee', 'quality', 'approval'], enumName: 'IndicatorGroup' })
  group: 'resources' | 'guarantee' | 'quality' | 'approval';
  @ApiProperty({ enum: ['school', 'county'], enumName: 'IndicatorLevel' })
  level: 'school' | 'county';
  @ApiProperty({ enum: ['computed', 'counted', 'judged'], enumName: 'IndicatorType' })
  type: 'computed' | 'counted' | 'judged';
  @ApiProperty({ enum: ['census', 'fiscal', 'yearly', 'evidence'], enumName: 'DataCycle' })
  cycle: 'census' | 'fiscal' | 'yearly' | 'evidence';
  @ApiProperty(verdict)
  verdict: Verdict;
  @ApiProperty({ ...verdict, nullable: true })
  localVerdict: Verdict | null;
  /** The value, or how many schools miss the line. */
  text: string;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** School sections for C1 to C7, else schools; 0 of 0 for figures of the county. */
  schoolsUnmet: number;
  schoolsTotal: number;
  leadUnits: UnitRef[];
  supportUnits: UnitRef[];
  /** Names of the standard that are no member unit here. */
  leadNames: string[];
  supportNames: string[];
  /** Rests on a mirror or on practice only: 待核. */
  weakBasis: boolean;
  /** Oldest first, the shown data last. */
  trend: TrendPoint[];
  @ApiProperty({ enum: ['better', 'same', 'worse'], enumName: 'TrendChange', nullable: true })
  change: 'better' | 'same' | 'worse' | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'null: no data' })
  dataAsOf: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'days since' })
  dataDays: number | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'when new data are due' })
  dataDueOn: string | null;
  /** Newer data should have come by the cycle. */
  dataLate: boolean;
  /** Neither closed nor cancelled, made from a gap of this indicator, and visible to the reader. */
  openTasks: number;
}

export class VetoRow {
  id: string;
  name: string;
  @ApiProperty({ enum: ['met', 'unmet', 'to_verify'], enumName: 'VetoVerdict' })
  verdict: 'met' | 'unmet' | 'to_verify';
  events: number;
}

export class BoardCounts {
  met: number;
  unmet: number;
  noData: number;
  notApplicable: number;
  error: number;
}

/** All 31 indicators, 社会认可度 and the vetoes, against the national line and the local target. */
export class IndicatorBoard {
  @ApiProperty({ type: DataSetRow, nullable: true })
  dataSet: DataSetRow | null;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  @ApiProperty({ type: String, nullable: true, description: 'whose local targets count' })
  place: string | null;
  standardFingerprint: string;
  /** Of inputs and standard together: the same gives the same for ever. */
  fingerprint: string;
  @ApiProperty(conclusion)
  verdict: Conclusion;
  @ApiProperty({ ...conclusion, nullable: true })
  localVerdict: Conclusion | null;
  reasons: string[];
  rows: BoardRow[];
  vetoes: VetoRow[];
  counts: BoardCounts;
}

export class MatrixCell {
  @ApiProperty(resource)
  indicator: ResourceIndicator;
  @ApiProperty(verdict)
  verdict: Verdict;
  @ApiProperty({ ...verdict, nullable: true })
  localVerdict: Verdict | null;
  text: string;
  /** Figure ÷ national line, for shading only. */
  @ApiProperty({ type: Number, nullable: true })
  ratioToLine: number | null;
  @ApiProperty({ type: Boolean, nullable: true })
  floorMet: boolean | null;
}

export class MatrixRow {
  code: string;
  name: string;
  @ApiProperty({ enum: schoolKinds, enumName: 'SchoolKind' })
  kind: SchoolKind;
  @ApiProperty({ type: Number, nullable: true })
  students: number | null;
  @ApiProperty(conclusion)
  verdict: Conclusion;
  @ApiProperty({ ...conclusion, nullable: true })
  localVerdict: Conclusion | null;
  cells: MatrixCell[];
  missed: string[];
}

export class CoefficientRow {
  @ApiProperty(resource)
  indicator: ResourceIndicator;
  name: string;
  @ApiProperty(stage)
  stage: Stage;
  text: string;
  /** For charts only; the verdict never rests on it. */
  @ApiProperty({ type: Number, nullable: true })
  approximate: number | null;
  limitText: string;
  limit: number;
  @ApiProperty(verdict)
  verdict: Verdict;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  contradictory: boolean;
  /** Schools whose figure is missing. */
  missing: number;
}

export class ExcludedSchool {
  code: string;
  name: string;
  reason: string;
  @ApiProperty({ type: String, nullable: true })
  basisText: string | null;
}

export class SchoolMatrix {
  @ApiProperty({ type: DataSetRow, nullable: true })
  dataSet: DataSetRow | null;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  @ApiProperty(stage)
  stage: Stage;
  rows: MatrixRow[];
  coefficients: CoefficientRow[];
  excluded: ExcludedSchool[];
}

/** One line of an explanation. */
export class TraceRow {
  @ApiProperty({ enum: ['input', 'formula', 'parameter', 'step', 'verdict', 'note'], enumName: 'TraceKind' })
  kind: 'input' | 'formula' | 'parameter' | 'step' | 'verdict' | 'note';
  text: string;
  /** Where the value stands in the imported file. */
  @ApiProperty({ type: String, nullable: true })
  cell: string | null;
  @ApiProperty({ type: String, nullable: true })
  basisText: string | null;
  weak: boolean;
}

export class FigureView {
  @ApiProperty(resource)
  indicator: ResourceIndicator;
  name: string;
  unit: string;
  @ApiProperty(verdict)
  verdict: Verdict;
  @ApiProperty({ ...verdict, nullable: true })
  localVerdict: Verdict | null;
  text: string;
  @ApiProperty({ type: String, nullable: true })
  lineText: string | null;
  @ApiProperty({ type: String, nullable: true })
  localLineText: string | null;
  @ApiProperty({ type: Number, nullable: true })
  ratioToLine: number | null;
  @ApiProperty({ type: Boolean, nullable: true })
  floorMet: boolean | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  contradictory: boolean;
  trace: TraceRow[];
}

export class SectionView {
  @ApiProperty(stage)
  stage: Stage;
  @ApiProperty({ type: Number, nullable: true })
  students: number | null;
  @ApiProperty(conclusion)
  verdict: Conclusion;
  @ApiProperty({ ...conclusion, nullable: true })
  localVerdict: Conclusion | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  figures: FigureView[];
  trace: TraceRow[];
}

export class SchoolIndicatorRow {
  /** Such as C10. */
  indicator: string;
  name: string;
  @ApiProperty(verdict)
  verdict: Verdict;
  @ApiProperty({ ...verdict, nullable: true })
  localVerdict: Verdict | null;
  text: string;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  trace: TraceRow[];
}

/** One school with the why of every figure. */
export class SchoolView {
  dataSet: DataSetRow;
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  code: string;
  name: string;
  @ApiProperty({ enum: schoolKinds, enumName: 'SchoolKind' })
  kind: SchoolKind;
  @ApiProperty({ type: String, nullable: true })
  township: string | null;
  /** Why the seven resource indicators do not cover it. */
  @ApiProperty({ type: ExcludedSchool, nullable: true })
  excluded: ExcludedSchool | null;
  sections: SectionView[];
  other: SchoolIndicatorRow[];
}
