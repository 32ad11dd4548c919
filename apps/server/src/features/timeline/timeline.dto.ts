import { ApiProperty } from '@nestjs/swagger';
import type { CivilDate } from '#kernel';
import { UnitRef } from '../../http/refs.dto.js';
import { type Standing, standings } from '../tasks/tasks.module.js';
import { PhaseView } from './phases.dto.js';

const nullableDate = { type: String, format: 'date', nullable: true } as const;

/** A task as a bar: from the day it was assigned to the day it is due. */
export class TimelineTask {
  id: string;
  number: string;
  title: string;
  unit: UnitRef;
  @ApiProperty({ type: String, nullable: true })
  group: string | null;
  @ApiProperty(nullableDate)
  startsOn: CivilDate | null;
  /** Pauses and extensions counted in. */
  @ApiProperty(nullableDate)
  dueOn: CivilDate | null;
  @ApiProperty({ enum: standings, enumName: 'Standing' })
  standing: Standing;
}

export class TimelineMilestoneView {
  key: string;
  name: string;
  @ApiProperty(nullableDate)
  dueOn: CivilDate | null;
  @ApiProperty(nullableDate)
  doneOn: CivilDate | null;
}

export class TimelineProject {
  id: string;
  title: string;
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  stateName: string;
  @ApiProperty(nullableDate)
  startsOn: CivilDate | null;
  @ApiProperty(nullableDate)
  endsOn: CivilDate | null;
  @ApiProperty({ type: String, nullable: true })
  link: string | null;
  milestones: TimelineMilestoneView[];
}

export class Deadline {
  @ApiProperty({ enum: ['phase', 'task', 'target'] })
  kind: 'phase' | 'task' | 'target';
  id: string;
  title: string;
  /** Of a task: the unit that leads. */
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  @ApiProperty({ type: String, format: 'date' })
  dueOn: CivilDate;
  workingDaysLeft: number;
}

export class TimelineView {
  @ApiProperty({ type: String, format: 'date' })
  today: CivilDate;
  phases: PhaseView[];
  tasks: TimelineTask[];
  projects: TimelineProject[];
  nextDeadlines: Deadline[];
}
