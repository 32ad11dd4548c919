import { ApiProperty } from '@nestjs/swagger';
import { rungAudiences, type RungAudience, rungColours, type RungColour } from '#campaign-pack';
import { type TaskState, taskStates } from '#kernel';
import { ClauseRef, PersonRef, UnitRef } from '../../http/refs.dto.js';
import { DataCheck } from './data-check.dto.js';
import { CountedDays, DueRuleView, SkippedDay } from './due-rule.dto.js';
import { EvidenceRow } from './evidence-row.dto.js';
import { type Standing, standings } from './standing.js';
import { type SupportReceipt, supportReceipts } from './support-receipt.js';
import type { TaskAction } from './task.policy.js';
import { type SupportState } from './task-state.js';
import {
  evidenceKinds,
  type EvidenceKind,
  priorities,
  type Priority,
  type SourceKind,
  sourceKinds,
} from './task-words.js';

/** The rung a task stands on: the highest raised for its present term on the unit's clocks. */
export class TaskRung {
  rung: number;
  name: string;
  @ApiProperty({ enum: rungColours, enumName: 'RungColour' })
  colour: RungColour;
  since: string;
  @ApiProperty({ enum: rungAudiences, enumName: 'RungAudience', isArray: true })
  audience: RungAudience[];
}

const supportStates = ['assigned', 'signed', 'in_progress', 'completed'] as const;

/** A unit that supports a task, and its receipt. */
export class SupportingUnit extends UnitRef {
  @ApiProperty({ enum: supportStates, enumName: 'SupportState' })
  state: SupportState;
  @ApiProperty({ enum: supportReceipts, enumName: 'SupportReceipt' })
  receipt: SupportReceipt;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  receiptDueOn: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'negative: working days late; frozen at signing; null: nothing to count',
  })
  receiptDaysLeft: number | null;
}

/** A task as lists show it. */
export class TaskRow {
  id: string;
  number: string;
  title: string;
  @ApiProperty({ enum: taskStates, enumName: 'TaskState' })
  state: TaskState;
  @ApiProperty({ enum: standings, enumName: 'Standing' })
  standing: Standing;
  leadUnit: UnitRef;
  supportingUnits: SupportingUnit[];
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  dueOn: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  effectiveDueOn: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'negative: working days late' })
  workingDaysLeft: number | null;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'as it was assigned' })
  originalDueOn: string | null;
  @ApiProperty({ description: 'approved extensions' })
  extensionCount: number;
  @ApiProperty({ description: 'working days by which they moved the due date in all' })
  extendedDays: number;
  provisionalDue: boolean;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  receiptDueOn: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'negative: working days late' })
  receiptDaysLeft: number | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  verificationDueOn: string | null;
  @ApiProperty({ type: Number, nullable: true, description: "the reviewer's; negative: working days late" })
  verificationDaysLeft: number | null;
  @ApiProperty({ type: TaskRung, nullable: true })
  rung: TaskRung | null;
  @ApiProperty({ enum: priorities, enumName: 'Priority' })
  priority: Priority;
  @ApiProperty({ type: ClauseRef, nullable: true })
  clause: ClauseRef | null;
  returned: boolean;
  /** 数据不符: closed although the data of that time contradicted. */
  dataContradicted: boolean;
  @ApiProperty({ type: String, nullable: true })
  lastProgress: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  lastProgressAt: string | null;
  example: boolean;
  version: number;
}

export class TaskPage {
  items: TaskRow[];
  total: number;
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class SupportRow {
  unit: UnitRef;
  @ApiProperty({ enum: supportStates, enumName: 'SupportState' })
  state: SupportState;
  @ApiProperty({ enum: supportReceipts, enumName: 'SupportReceipt' })
  receipt: SupportReceipt;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  receiptDueOn: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  signedAt: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'negative: working days late; frozen at signing; null: nothing to count',
  })
  receiptDaysLeft: number | null;
  /** What the unsigned part has reached on the ladder; null once it is signed. */
  @ApiProperty({ type: TaskRung, nullable: true })
  rung: TaskRung | null;
  @ApiProperty({ type: String, nullable: true })
  lastReport: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  updatedAt: string | null;
}

/** A stretch of a task's time, and whether it counts against the unit. */
export class ClockSegment {
  @ApiProperty({ enum: ['receipt', 'work', 'review', 'suspended'] })
  kind: 'receipt' | 'work' | 'review' | 'suspended';
  from: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  to: string | null;
  workingDays: number;
  countsAgainstUnit: boolean;
}

/** A time in which the clock stood still, and on whose word. */
export class PauseView {
  @ApiProperty({ enum: ['review', 'suspension', 'closed'], enumName: 'PauseKind' })
  kind: 'review' | 'suspension' | 'closed';
  @ApiProperty({ type: String, format: 'date' })
  startedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  endedOn: string | null;
  @ApiProperty({ type: Number, nullable: true })
  workingDays: number | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  @ApiProperty({ type: String, nullable: true })
  requestedBy: string | null;
  @ApiProperty({ type: String, nullable: true })
  approvedBy: string | null;
}

export class DueExplanation {
  start: string;
  dueOn: string;
  effectiveDueOn: string;
  pausedDays: number;
  workingDaysLeft: number;
  skipped: SkippedDay[];
  notices: string[];
  provisional: boolean;
  text: string;
}

export class TaskSource {
  @ApiProperty({ enum: sourceKinds, enumName: 'SourceKind' })
  kind: SourceKind;
  @ApiProperty({ type: String, nullable: true })
  id: string | null;
  @ApiProperty({ type: String, nullable: true })
  title: string | null;
}

/** What has come in of what a task asks for. */
export class ToldRemark {
  at: string;
  note: string;
}

export class RecurringMention {
  ruleId: string;
  title: string;
  period: string;
  /** How the period's due day came about; null once the task's is another. */
  @ApiProperty({ type: String, nullable: true })
  dueText: string | null;
  /** The newest report of the data or the progress that the task asks for; null: none yet. */
  @ApiProperty({ type: ToldRemark, nullable: true })
  told: ToldRemark | null;
}

/** A task in full, as its page shows it to this actor. */
export class TaskView extends TaskRow {
  description: string;
  source: TaskSource;
  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind', isArray: true })
  requiredEvidence: EvidenceKind[];
  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind', isArray: true })
  missingEvidenceKinds: EvidenceKind[];
  supports: SupportRow[];
  evidence: EvidenceRow[];
  pausedDays: number;
  @ApiProperty({ type: Number, nullable: true, description: 'frozen at closing; negative: early' })
  latenessDays: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'the same against the original due date' })
  latenessOriginalDays: number | null;
  reopenCount: number;
  pauses: PauseView[];
  submissionNo: number;
  @ApiProperty({ type: PersonRef, nullable: true })
  submittedBy: PersonRef | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  submittedAt: string | null;
  @ApiProperty({ type: PersonRef, nullable: true })
  reviewedBy: PersonRef | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  closedAt: string | null;
  createdAt: string;
  createdBy: PersonRef;
  @ApiProperty({ type: String, isArray: true })
  allowedActions: TaskAction[];
  clock: ClockSegment[];
  /** What the newest data say to a task made from a gap; null for every other task. */
  @ApiProperty({ type: DataCheck, nullable: true })
  dataCheck: DataCheck | null;
  @ApiProperty({ type: DueExplanation, nullable: true })
  dueExplanation: DueExplanation | null;
  /** How the due date was counted; null when a person named the day. */
  @ApiProperty({ type: DueRuleView, nullable: true })
  dueRule: DueRuleView | null;
  @ApiProperty({ type: CountedDays, nullable: true })
  receiptCounted: CountedDays | null;
  @ApiProperty({ type: CountedDays, nullable: true })
  verificationCounted: CountedDays | null;
  /** The period of recurring work this task is for. */
  @ApiProperty({ type: RecurringMention, nullable: true })
  recurring: RecurringMention | null;
}

export class TaskChange {
  field: string;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  before: string | null;
  @ApiProperty({ type: String, nullable: true })
  after: string | null;
}

export class TaskEventRow {
  seq: number;
  at: string;
  action: string;
  actionName: string;
  @ApiProperty({ enum: taskStates, enumName: 'TaskState', nullable: true })
  fromState: TaskState | null;
  @ApiProperty({ enum: taskStates, enumName: 'TaskState' })
  toState: TaskState;
  @ApiProperty({ type: PersonRef, nullable: true })
  actor: PersonRef | null;
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  changes: TaskChange[];
}

export class TaskEvents {
  items: TaskEventRow[];
}
