import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../http/refs.dto.js';
import { projectStages, type ProjectStage } from './project-words.js';

export class ProjectPlaces {
  @ApiProperty({ type: Number, nullable: true })
  primary: number | null;
  @ApiProperty({ type: Number, nullable: true })
  junior: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'of the stages whose figure is known' })
  total: number | null;
}

/** Schools that have come at least so far; unknown figures are counted beside the sums. */
export class LevelSumView {
  schools: number;
  sections: number;
  places: ProjectPlaces;
  placesUnknown: number;
  @ApiProperty({ type: String, nullable: true, description: '万元, planned' })
  investment: string | null;
  investmentUnknown: number;
}

export class RollUpLevels {
  planned: LevelSumView;
  started: LevelSumView;
  completed: LevelSumView;
  accepted: LevelSumView;
}

export class MoneyBySource {
  @ApiProperty({ type: String, required: false })
  budget?: string;
  @ApiProperty({ type: String, required: false })
  bonds?: string;
  @ApiProperty({ type: String, required: false })
  ppp?: string;
  @ApiProperty({ type: String, required: false })
  enterprise?: string;
  @ApiProperty({ type: String, required: false })
  other?: string;
}

export class MoneySumView {
  @ApiProperty({ type: String, nullable: true, description: '万元; null: nothing is known' })
  total: string | null;
  bySource: MoneyBySource;
  unknown: number;
}

export class MoneySums {
  planned: MoneySumView;
  arranged: MoneySumView;
  paid: MoneySumView;
}

export class RollUpView {
  projects: number;
  cancelled: number;
  unreported: number;
  levels: RollUpLevels;
  money: MoneySums;
}

export class DeclaredView {
  @ApiProperty({ type: Number, nullable: true })
  schools: number | null;
  places: ProjectPlaces;
  @ApiProperty({ type: String, nullable: true })
  investment: string | null;
  @ApiProperty({ type: String, isArray: true, description: 'what the amounts leave out or take in' })
  investmentScope: readonly string[];
}

export class DifferenceView {
  @ApiProperty({ type: Number, nullable: true })
  schools: number | null;
  places: ProjectPlaces;
  @ApiProperty({ type: String, nullable: true })
  investment: string | null;
}

export class PartSumView {
  sums: RollUpView;
  @ApiProperty({ type: DeclaredView, nullable: true })
  declared: DeclaredView | null;
  /** What the projects come to less what the plan declares; null: one of the two is unknown. */
  @ApiProperty({ type: DifferenceView, nullable: true })
  difference: DifferenceView | null;
}

export class YearSumView extends PartSumView {
  year: number;
}

export class StageSumView {
  @ApiProperty({ enum: projectStages, enumName: 'ProjectStage' })
  stage: ProjectStage;
  sums: RollUpView;
}

export class UnitSumView {
  @ApiProperty({ type: UnitRef, nullable: true })
  unit: UnitRef | null;
  sums: RollUpView;
}

export class ProjectSummaryView {
  total: PartSumView;
  @ApiProperty({ type: YearSumView, isArray: true })
  years: readonly YearSumView[];
  @ApiProperty({ type: StageSumView, isArray: true })
  stages: readonly StageSumView[];
  @ApiProperty({ type: UnitSumView, isArray: true })
  units: readonly UnitSumView[];
  comparable: boolean;
}
