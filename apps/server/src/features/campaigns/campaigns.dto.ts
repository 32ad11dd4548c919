import { ApiProperty } from '@nestjs/swagger';
import { ClauseRef, UnitRef } from '../../http/refs.dto.js';

export class PhaseRow {
  id: string;
  name: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  startsOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  endsOn: string | null;
  undetermined: boolean;
  clause: ClauseRef;
}

export class DocumentRow {
  id: string;
  title: string;
  issuer: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  issuedOn: string | null;
}

export class CampaignCounts {
  units: number;
  duties: number;
  clauses: number;
  targets: number;
  projects: number;
  tasks: number;
  clausesWithTask: number;
}

export class CampaignView {
  id: string;
  name: string;
  place: string;
  @ApiProperty({ type: String, nullable: true })
  packId: string | null;
  phases: PhaseRow[];
  documents: DocumentRow[];
  counts: CampaignCounts;
  today: string;
  warnings: string[];
}

export class DutyRow {
  id: string;
  @ApiProperty({ type: UnitRef, nullable: true })
  unit: UnitRef | null;
  @ApiProperty({ enum: ['township'], nullable: true })
  appliesTo: 'township' | null;
  text: string;
  clause: ClauseRef;
  taskCount: number;
}

export class DutyList {
  items: DutyRow[];
}

export class ClauseRow extends ClauseRef {
  @ApiProperty({ type: String, nullable: true })
  group: string | null;
  taskCount: number;
  dutyCount: number;
}

export class ClauseList {
  items: ClauseRow[];
}

export class TargetRow {
  id: string;
  @ApiProperty({ enum: ['indicator', 'quantity', 'ratio', 'date', 'money'], enumName: 'TargetKind' })
  kind: 'indicator' | 'quantity' | 'ratio' | 'date' | 'money';
  name: string;
  operator: string;
  value: string;
  unit: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;
  clause: ClauseRef;
  taskCount: number;
}

export class TargetList {
  items: TargetRow[];
}

export class PlacesByStage {
  @ApiProperty({ type: Number, nullable: true })
  primary: number | null;
  @ApiProperty({ type: Number, nullable: true })
  junior: number | null;
  @ApiProperty({ type: Number, nullable: true })
  total: number | null;
}

export class ProjectYearRow {
  year: number;
  schools: number;
  listed: number;
  places: PlacesByStage;
  @ApiProperty({ type: String, nullable: true, description: '万元' })
  investment: string | null;
  clause: ClauseRef;
}

export class ProjectRow {
  id: string;
  school: string;
  @ApiProperty({ enum: ['new_build', 'extension', 'relocation'], enumName: 'ProjectKind' })
  kind: 'new_build' | 'extension' | 'relocation';
  year: number;
  @ApiProperty({ enum: ['primary', 'junior'], isArray: true })
  stages: ('primary' | 'junior')[];
  clause: ClauseRef;
  taskCount: number;
}

export class ProjectsView {
  years: ProjectYearRow[];
  projects: ProjectRow[];
}
