import { ApiProperty } from '@nestjs/swagger';
import { projectRoles, type ProjectRole } from '#campaign-pack';
import { ClauseRef, UnitRef } from '../../http/refs.dto.js';
import { type FactField, factFields } from './fact-changes.js';
import { MoneyBySource, ProjectPlaces, ProjectSummaryView } from './project-sums.dto.js';
import {
  projectKinds,
  type ProjectKind,
  projectStages,
  type ProjectStage,
  projectStates,
  type ProjectState,
} from './project-words.js';

export class ProjectUnitView {
  unit: UnitRef;
  @ApiProperty({ enum: projectRoles, enumName: 'ProjectRole' })
  role: ProjectRole;
}

export class NextMilestoneView {
  id: string;
  name: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  planned: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  forecast: string | null;
  late: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'calendar days after the planned day in force' })
  slipPlanned: number | null;
}

export class LastReportView {
  @ApiProperty({ type: String, format: 'date' })
  on: string;
  by: string;
  @ApiProperty({ type: String, nullable: true })
  unit: string | null;
  @ApiProperty({ type: String, nullable: true })
  text: string | null;
}

export class ConstructionRow {
  id: string;
  school: string;
  @ApiProperty({ type: String, nullable: true })
  schoolCode: string | null;
  @ApiProperty({ enum: projectKinds, enumName: 'ProjectKind' })
  kind: ProjectKind;
  year: number;
  @ApiProperty({ enum: projectStages, enumName: 'ProjectStage', isArray: true })
  stages: readonly ProjectStage[];
  /** By the office: the plan does not list it. */
  added: boolean;
  @ApiProperty({ enum: projectStates, enumName: 'ProjectState' })
  state: ProjectState;
  /** In use although nobody reported that it was accepted. */
  openedUnaccepted: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'why it was given up' })
  cancelled: string | null;
  @ApiProperty({ type: ClauseRef, nullable: true })
  clause: ClauseRef | null;
  @ApiProperty({ type: UnitRef, nullable: true })
  township: UnitRef | null;
  @ApiProperty({ type: ProjectUnitView, isArray: true })
  units: readonly ProjectUnitView[];
  places: ProjectPlaces;
  @ApiProperty({ type: String, nullable: true, description: '万元' })
  planned: string | null;
  @ApiProperty({ type: String, nullable: true, description: '万元' })
  arranged: string | null;
  @ApiProperty({ type: String, nullable: true, description: '万元' })
  paid: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'actual or expected' })
  opensOn: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'calendar days after the first planned opening' })
  openingSlip: number | null;
  @ApiProperty({ type: NextMilestoneView, nullable: true })
  next: NextMilestoneView | null;
  /** Names of the milestones that are late. */
  @ApiProperty({ type: String, isArray: true })
  late: readonly string[];
  unreported: boolean;
  @ApiProperty({ type: LastReportView, nullable: true })
  lastReport: LastReportView | null;
  taskCount: number;
  /** Its figures are invented for the example. */
  example: boolean;
}

export class ConstructionList {
  @ApiProperty({ type: String, format: 'date' })
  today: string;
  @ApiProperty({ type: ConstructionRow, isArray: true })
  items: readonly ConstructionRow[];
  summary: ProjectSummaryView;
  /** Years the plan or a project knows, whatever the filter. */
  knownYears: number[];
  mayEdit: boolean;
}

export class FactsView {
  @ApiProperty({ type: String, nullable: true })
  schoolCode: string | null;
  @ApiProperty({ type: Number, nullable: true })
  placesPrimary: number | null;
  @ApiProperty({ type: Number, nullable: true })
  placesJunior: number | null;
  @ApiProperty({ type: Number, nullable: true })
  classesPrimary: number | null;
  @ApiProperty({ type: Number, nullable: true })
  classesJunior: number | null;
  @ApiProperty({ type: String, nullable: true, description: '㎡' })
  roomArea: string | null;
  @ApiProperty({ type: String, nullable: true, description: '㎡' })
  sportsArea: string | null;
  @ApiProperty({ type: Number, nullable: true })
  networkRooms: number | null;
  @ApiProperty({ type: String, nullable: true, description: '万元' })
  equipment: string | null;
  @ApiProperty({ type: Number, nullable: true })
  musicRooms: number | null;
  @ApiProperty({ type: Number, nullable: true })
  artRooms: number | null;
}

export class ProjectMoneyView {
  planned: MoneyBySource;
  arranged: MoneyBySource;
  paid: MoneyBySource;
}

export class DayVersionView {
  version: number;
  @ApiProperty({ enum: ['planned', 'actual'] })
  kind: 'planned' | 'actual';
  @ApiProperty({ type: String, format: 'date', nullable: true })
  day: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  @ApiProperty({ type: String, nullable: true })
  evidence: string | null;
  @ApiProperty({ type: String, format: 'date' })
  enteredOn: string;
  by: string;
}

export class LateTaskView {
  id: string;
  number: string;
  stateName: string;
  planVersion: number;
}

export class MilestoneView {
  id: string;
  name: string;
  @ApiProperty({ enum: projectRoles, enumName: 'ProjectRole' })
  role: ProjectRole;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  firstPlanned: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  planned: string | null;
  planVersion: number;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  actual: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  forecast: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'calendar days; positive: later' })
  slipFirst: number | null;
  @ApiProperty({ type: Number, nullable: true })
  slipPlanned: number | null;
  late: boolean;
  explanation: string;
  @ApiProperty({ type: DayVersionView, isArray: true })
  versions: readonly DayVersionView[];
  /** Those its lateness made and this reader may see. */
  tasks: LateTaskView[];
}

export class FactChangeView {
  @ApiProperty({ enum: factFields, enumName: 'FactField' })
  field: FactField;
  @ApiProperty({ type: String, nullable: true, description: 'null: not known' })
  from: string | null;
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
}

export class ProjectEntryView {
  seq: number;
  @ApiProperty({ enum: ['facts', 'plan', 'report', 'cancel', 'restore'], enumName: 'ProjectEntryKind' })
  kind: 'facts' | 'plan' | 'report' | 'cancel' | 'restore';
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  by: string;
  @ApiProperty({ type: String, nullable: true })
  unit: string | null;
  @ApiProperty({ type: String, nullable: true })
  text: string | null;
  /** What it says, line by line. */
  lines: string[];
  /** Of an entry of facts: what it changed. */
  @ApiProperty({ type: FactChangeView, isArray: true })
  changes: readonly FactChangeView[];
}

export class ConstructionView extends ConstructionRow {
  facts: FactsView;
  money: ProjectMoneyView;
  milestones: MilestoneView[];
  entries: ProjectEntryView[];
  version: number;
  mayEdit: boolean;
  mayReport: boolean;
  /** A changed plan does not list it any more. */
  withdrawn: boolean;
}
