import { ApiProperty } from '@nestjs/swagger';
import { type LedgerOffice, ledgerOffices, type LedgerSubject, ledgerSubjects } from '#campaign-pack';
import { PersonRef, UnitRef } from '../../../http/refs.dto.js';
import { type EvidenceKind, evidenceKinds } from '../../tasks/tasks.module.js';
import {
  type ClosingGround,
  type DataOutcome,
  type LedgerState,
  ledgerActions,
  ledgerStates,
} from '../ledger-state.js';
import type { EntryOffer } from './ledger.policy.js';

const columnTypes = ['text', 'integer', 'date', 'choice'] as const;

export class LedgerColumnView {
  key: string;
  name: string;
  @ApiProperty({ enum: columnTypes })
  type: (typeof columnTypes)[number];
  required: boolean;
  choices: string[];
}

export class CountConditionView {
  reached: string;
  of: string;
}

/** A school an entry may be opened for. */
export class EntrySchoolView {
  code: string;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  townshipId: string | null;
  @ApiProperty({ type: String, nullable: true })
  township: string | null;
}

export class EntrySchoolList {
  items: EntrySchoolView[];
}

/** A kind of ledger as its pages need it. */
export class LedgerKindView {
  id: string;
  name: string;
  @ApiProperty({ enum: ledgerSubjects, enumName: 'LedgerSubject' })
  subject: LedgerSubject;
  basis: string;
  @ApiProperty({ type: String, nullable: true })
  toVerify: string | null;
  opens: string;
  closes: string;
  columns: LedgerColumnView[];
  measures: string[];
  @ApiProperty({ type: CountConditionView, nullable: true })
  condition: CountConditionView | null;
  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind', isArray: true })
  evidence: EvidenceKind[];
  @ApiProperty({ enum: ledgerOffices, enumName: 'LedgerOffice' })
  recheckedBy: LedgerOffice;
  @ApiProperty({ enum: ledgerOffices, enumName: 'LedgerOffice' })
  confirmedBy: LedgerOffice;
  recheckWorkingDays: number;
  judgedByData: boolean;
  /** Whether this person may open entries by hand. */
  canOpen: boolean;
}

export class ProjectRef {
  id: string;
  name: string;
}

/** An entry as lists show it. */
export class LedgerRow {
  id: string;
  number: string;
  kind: string;
  kindName: string;
  subject: string;
  @ApiProperty({ type: String, nullable: true })
  schoolCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  schoolName: string | null;
  @ApiProperty({ enum: ['primary', 'junior'], nullable: true })
  stage: 'primary' | 'junior' | null;
  @ApiProperty({ type: String, nullable: true })
  indicator: string | null;
  @ApiProperty({ type: UnitRef, nullable: true })
  unit: UnitRef | null;
  @ApiProperty({ type: UnitRef, nullable: true })
  township: UnitRef | null;
  @ApiProperty({ type: String, nullable: true })
  category: string | null;
  @ApiProperty({ type: String, nullable: true })
  categoryName: string | null;
  @ApiProperty({ type: Number, nullable: true })
  openedValue: number | null;
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;
  @ApiProperty({ type: Number, nullable: true })
  line: number | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dataAsOf: string | null;
  @ApiProperty({ enum: ['over', 'within', 'gone'], enumName: 'DataOutcome', nullable: true })
  dataOutcome: DataOutcome | null;
  @ApiProperty({ enum: ledgerStates, enumName: 'LedgerState' })
  state: LedgerState;
  stateName: string;
  /** 反弹: how often it came back after it was closed. */
  relapses: number;
  /** 数据不符. */
  contradicted: boolean;
  @ApiProperty({ type: String, nullable: true })
  cause: string | null;
  @ApiProperty({ type: String, nullable: true })
  measure: string | null;
  @ApiProperty({ type: String, nullable: true })
  measureNote: string | null;
  @ApiProperty({ type: ProjectRef, nullable: true })
  project: ProjectRef | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;
  /** Negative: so many working days beyond the due date; null without one, or when it is not in the unit's hands. */
  @ApiProperty({ type: Number, nullable: true })
  workingDaysLeft: number | null;
  late: boolean;
  @ApiProperty({ type: Number, nullable: true })
  targetYear: number | null;
  @ApiProperty({ type: Object, additionalProperties: true })
  fields: Record<string, string | number | null>;
  @ApiProperty({ type: String, format: 'date' })
  openedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  achievedOn: string | null;
  @ApiProperty({ enum: ['solved', 'gone'], enumName: 'ClosingGround', nullable: true })
  closingGround: ClosingGround | null;
  @ApiProperty({ type: String, nullable: true })
  lastProgress: string | null;
  version: number;
}

export class LedgerPage {
  @ApiProperty({ type: LedgerRow, isArray: true })
  items: LedgerRow[];
  total: number;
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class LedgerEventView {
  id: string;
  action: string;
  actionName: string;
  @ApiProperty({ enum: ledgerStates, enumName: 'LedgerState', nullable: true })
  fromState: LedgerState | null;
  @ApiProperty({ enum: ledgerStates, enumName: 'LedgerState' })
  toState: LedgerState;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  /** What changed, a line each. */
  lines: string[];
  /** null: imported data. */
  @ApiProperty({ type: PersonRef, nullable: true })
  by: PersonRef | null;
  /** Of the person at that time. */
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dataAsOf: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
}

/** What the data of one day said of the subject. */
export class DataPoint {
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;
  @ApiProperty({ type: Number, nullable: true })
  line: number | null;
  @ApiProperty({ enum: ['over', 'within', 'gone'], enumName: 'DataOutcome', nullable: true })
  outcome: DataOutcome | null;
}

export class LedgerEvidenceRow {
  id: string;
  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind' })
  kind: EvidenceKind;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  /** The application it was frozen under; null: a draft. */
  @ApiProperty({ type: Number, nullable: true })
  applicationNo: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  voidedAt: string | null;
  @ApiProperty({ type: String, nullable: true })
  voidReason: string | null;
  uploadedBy: PersonRef;
  @ApiProperty({ type: String, format: 'date-time' })
  uploadedAt: string;
  canVoid: boolean;
}

export class LedgerEntryView extends LedgerRow {
  kindView: LedgerKindView;
  @ApiProperty({ type: PersonRef, nullable: true })
  openedBy: PersonRef | null;
  @ApiProperty({ type: PersonRef, nullable: true })
  appliedBy: PersonRef | null;
  @ApiProperty({ type: PersonRef, nullable: true })
  recheckedBy: PersonRef | null;
  @ApiProperty({ type: PersonRef, nullable: true })
  confirmedBy: PersonRef | null;
  applicationNo: number;
  @ApiProperty({ type: String, nullable: true })
  taskId: string | null;
  /** Why the counts do not allow closing yet; null: they do, or there are none. */
  @ApiProperty({ type: String, nullable: true })
  conditionFault: string | null;
  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind', isArray: true })
  missingEvidence: EvidenceKind[];
  @ApiProperty({ enum: [...ledgerActions, 'upload'], enumName: 'LedgerOffer', isArray: true })
  offers: EntryOffer[];
  maySetResponsibility: boolean;
  @ApiProperty({ type: DataPoint, isArray: true })
  course: DataPoint[];
  @ApiProperty({ type: LedgerEventView, isArray: true })
  events: LedgerEventView[];
  @ApiProperty({ type: LedgerEvidenceRow, isArray: true })
  evidence: LedgerEvidenceRow[];
}

/** What of the ledgers waits on a desk. */
export class LedgerDesk {
  /** For the office that re-checks. */
  @ApiProperty({ type: LedgerRow, isArray: true })
  toRecheck: LedgerRow[];
  /** For the office that confirms. */
  @ApiProperty({ type: LedgerRow, isArray: true })
  toConfirm: LedgerRow[];
  @ApiProperty({ type: LedgerRow, isArray: true })
  contradicted: LedgerRow[];
  /** Of the person's unit, by due date. */
  @ApiProperty({ type: LedgerRow, isArray: true })
  open: LedgerRow[];
}
