/** Every shape the server speaks, by the names of the API contract. */
export type Role = 'government_office' | 'supervision_office' | 'handler' | 'head';
export type DeskName = 'assigning' | 'handling' | 'supervising';
export type TaskState =
  'draft' | 'assigned' | 'signed' | 'in_progress' | 'in_review' | 'closed' | 'suspended' | 'cancelled';
export type Standing =
  | 'draft'
  | 'awaiting_receipt'
  | 'on_track'
  | 'due_soon'
  | 'overdue'
  | 'in_review'
  | 'undetermined'
  | 'suspended'
  | 'closed'
  | 'cancelled';
export type Priority = 'normal' | 'important' | 'urgent';
export type EvidenceKind =
  'document' | 'photo' | 'ledger' | 'accounts' | 'minutes' | 'roster' | 'report' | 'other';
export type SourceKind = 'duty' | 'clause' | 'target' | 'project' | 'free';
export type TaskAction =
  | 'edit'
  | 'assign'
  | 'sign'
  | 'report'
  | 'submit'
  | 'return'
  | 'close'
  | 'suspend'
  | 'resume'
  | 'cancel'
  | 'reopen'
  | 'upload'
  | 'support_sign'
  | 'support_report'
  | 'support_complete';

export interface UnitRef {
  id: string;
  name: string;
  shortName: string;
  kind: 'department' | 'township';
}
export interface ClauseRef {
  id: string;
  number: string;
  title: string;
  documentTitle: string;
}
export interface PersonRef {
  id: string;
  name: string;
}

export interface DemoAccount {
  login: string;
  password: string;
  name: string;
  roleName: string;
  unitName: string | null;
}
export interface InstanceView {
  needsSetup: boolean;
  product: string;
  version: string;
  today: string;
  exerciseDate: string | null;
  demo: boolean;
  demoAccounts: DemoAccount[];
  mailConfigured: boolean;
  packs: { id: string; name: string; place: string }[];
}
export interface SessionCampaign {
  id: string;
  name: string;
  place: string;
  role: Role;
  unit: UnitRef | null;
  desk: DeskName;
}
export interface SessionView {
  account: { id: string; login: string; name: string; administrator: boolean };
  mustChangePassword: boolean;
  campaigns: SessionCampaign[];
  today: string;
  exerciseDate: string | null;
  demo: boolean;
}
export interface Membership {
  campaignId: string;
  role: Role;
  unit: UnitRef | null;
}
export interface AccountRow {
  id: string;
  login: string;
  name: string;
  email: string | null;
  administrator: boolean;
  active: boolean;
  mustChangePassword: boolean;
  demo: boolean;
  membership: Membership | null;
  lastSignedInAt: string | null;
  version: number;
}
export interface AccountPage {
  items: AccountRow[];
  total: number;
}
export interface CreatedAccount {
  account: AccountRow;
  initialPassword: string;
}
export interface SettingsView {
  today: string;
  businessNow: string;
  exerciseDate: string | null;
  mail: { configured: boolean; host: string | null; from: string | null };
  scheduler: { enabled: boolean; lastBeatAt: string | null; stale: boolean };
  calendar: { year: number; notice: string | null; published: boolean }[];
  campaigns: { id: string; name: string; packId: string | null; packFingerprint: string | null }[];
}
export interface PackChange {
  kind: string;
  id: string;
  title: string;
  fields?: { name: string; before: string | null; after: string | null }[];
}
export interface PackCheck {
  id: string;
  level: 'holds' | 'warning' | 'error';
  message: string;
  clause: string | null;
}
export interface PackDiffView {
  packId: string;
  fingerprint: string;
  loadedFingerprint: string | null;
  unchanged: boolean;
  added: PackChange[];
  changed: PackChange[];
  removed: PackChange[];
  checks: PackCheck[];
}

export interface PhaseRow {
  id: string;
  name: string;
  startsOn: string | null;
  endsOn: string | null;
  undetermined: boolean;
  clause: ClauseRef | null;
}
export interface CampaignView {
  id: string;
  name: string;
  place: string;
  packId: string | null;
  phases: PhaseRow[];
  documents: { id: string; title: string; issuer: string; issuedOn: string | null }[];
  counts: {
    units: number;
    duties: number;
    clauses: number;
    targets: number;
    projects: number;
    tasks: number;
    clausesWithTask: number;
  };
  today: string;
  warnings: string[];
}
export interface UnitRow extends UnitRef {
  namePending: boolean;
  aliases: string[];
  order: number;
  dutyCount: number;
  contactCount: number;
  version: number;
}
export interface DutyRow {
  id: string;
  unit: UnitRef | null;
  appliesTo: 'township' | null;
  text: string;
  clause: ClauseRef;
  taskCount: number;
}
export interface ClauseRow extends ClauseRef {
  group: string | null;
  taskCount: number;
  dutyCount: number;
}
export interface TargetRow {
  id: string;
  kind: 'indicator' | 'quantity' | 'ratio' | 'date' | 'money';
  name: string;
  operator: string;
  value: string;
  unit: string;
  dueOn: string | null;
  clause: ClauseRef;
  taskCount: number;
}
export interface ProjectYearRow {
  year: number;
  schools: number;
  listed: number;
  places: { primary: number | null; junior: number | null; total: number | null };
  investment: string | null;
  clause: ClauseRef;
}
export interface ProjectRow {
  id: string;
  school: string;
  kind: 'new_build' | 'extension' | 'relocation';
  year: number;
  stages: ('primary' | 'junior')[];
  clause: ClauseRef;
  taskCount: number;
}
export interface ProjectsView {
  years: ProjectYearRow[];
  projects: ProjectRow[];
}
export interface StandingCounts {
  total: number;
  awaitingReceipt: number;
  onTrack: number;
  dueSoon: number;
  overdue: number;
  inReview: number;
  undetermined: number;
  suspended: number;
  closed: number;
}
export interface UnitOverviewRow {
  unit: UnitRef;
  lead: StandingCounts;
  supportOpen: number;
  maxDaysLate: number;
  onTimeRate: { numerator: number; denominator: number };
}
export interface OverviewView {
  asOf: string;
  totals: StandingCounts;
  rows: UnitOverviewRow[];
}
export interface AssigningDesk {
  asOf: string;
  totals: StandingCounts;
  clausesWithoutTask: ClauseRow[];
  awaitingReview: TaskRow[];
  notSigned: TaskRow[];
  drafts: number;
  overview: UnitOverviewRow[];
}
export interface HandlingDesk {
  asOf: string;
  unit: UnitRef;
  totals: StandingCounts;
  toSign: TaskRow[];
  returned: TaskRow[];
  open: TaskRow[];
  supporting: TaskRow[];
  inReview: TaskRow[];
}
export interface SupervisingDesk {
  asOf: string;
  totals: StandingCounts;
  overdueUnits: { unit: UnitRef; count: number; maxDaysLate: number }[];
  overdue: TaskRow[];
  recentlyClosed: TaskRow[];
}

export interface TaskRow {
  id: string;
  number: string;
  title: string;
  state: TaskState;
  standing: Standing;
  leadUnit: UnitRef;
  supportingUnits: UnitRef[];
  dueOn: string | null;
  effectiveDueOn: string | null;
  workingDaysLeft: number | null;
  provisionalDue: boolean;
  priority: Priority;
  clause: ClauseRef | null;
  returned: boolean;
  lastProgress: string | null;
  lastProgressAt: string | null;
  example: boolean;
  version: number;
}
export interface TaskPage {
  items: TaskRow[];
  total: number;
  next: string | null;
}
export interface SupportRow {
  unit: UnitRef;
  state: 'assigned' | 'signed' | 'in_progress' | 'completed';
  lastReport: string | null;
  updatedAt: string | null;
}
export interface ClockSegment {
  kind: 'receipt' | 'work' | 'review' | 'suspended';
  from: string;
  to: string | null;
  workingDays: number;
  countsAgainstUnit: boolean;
}
export interface DueExplanation {
  start: string;
  dueOn: string;
  effectiveDueOn: string;
  reviewDays: number;
  workingDaysLeft: number;
  skipped: { date: string; reason: string }[];
  notices: string[];
  provisional: boolean;
  text: string;
}
export interface EvidenceRow {
  id: string;
  kind: EvidenceKind;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  status: 'draft' | 'frozen' | 'voided';
  submissionNo: number | null;
  uploadedBy: PersonRef;
  unit: UnitRef;
  uploadedAt: string;
  canDelete: boolean;
  inline: boolean;
}
export interface TaskView extends TaskRow {
  description: string;
  source: { kind: SourceKind; id: string | null; title: string | null };
  requiredEvidence: EvidenceKind[];
  missingEvidenceKinds: EvidenceKind[];
  supports: SupportRow[];
  evidence: EvidenceRow[];
  originalDueOn: string | null;
  reviewDays: number;
  submissionNo: number;
  submittedBy: PersonRef | null;
  submittedAt: string | null;
  reviewedBy: PersonRef | null;
  closedAt: string | null;
  createdAt: string;
  createdBy: PersonRef;
  allowedActions: TaskAction[];
  clock: ClockSegment[];
  dueExplanation: DueExplanation | null;
}
export interface TaskEventRow {
  seq: number;
  at: string;
  action: string;
  actionName: string;
  fromState: TaskState | null;
  toState: TaskState | null;
  actor: PersonRef | null;
  unitName: string | null;
  note: string | null;
  changes: { field: string; name: string; before: string | null; after: string | null }[];
}
export interface TaskEvents {
  items: TaskEventRow[];
}
export interface OverdueTask {
  id: string;
  number: string;
  title: string;
  state: TaskState;
  dueOn: string;
  effectiveDueOn: string;
  workingDaysLate: number;
  clause: ClauseRef | null;
  lastProgress: string | null;
  lastProgressAt: string | null;
  priority: Priority;
}
export interface OverdueUnit {
  unit: UnitRef;
  count: number;
  maxDaysLate: number;
  tasks: OverdueTask[];
}
export interface OverdueReport {
  asOf: string;
  totals: { tasks: number; units: number; maxDaysLate: number };
  units: OverdueUnit[];
  provisional: boolean;
}
export type OutboxStatus = 'queued' | 'sending' | 'sent' | 'uncertain' | 'dead' | 'rehearsal' | 'withdrawn';
export interface OutboxRow {
  id: string;
  createdAt: string;
  kind: 'reminder_digest' | 'overdue_report';
  recipientName: string;
  recipientAddress: string | null;
  subject: string | null;
  status: OutboxStatus;
  attempts: number;
  lastError: string | null;
  sentAt: string | null;
  notBefore: string | null;
}
export interface OutboxPage {
  items: OutboxRow[];
  total: number;
  next: string | null;
  mailConfigured: boolean;
  exercise: boolean;
}
export interface OutboxView extends OutboxRow {
  text: string | null;
  messageId: string;
  attachments: { id: string; fileName: string; mediaType: string; size: number }[];
  taskLinks: { id: string; number: string; title: string }[];
}
export interface NewTask {
  requestId: string;
  title: string;
  description?: string;
  source: { kind: SourceKind; id?: string };
  leadUnitId: string;
  supportingUnitIds?: string[];
  dueOn: string | null;
  clauseId?: string;
  requiredEvidence?: EvidenceKind[];
  priority?: Priority;
  assign: boolean;
}
export interface TaskChange {
  version: number;
  note?: string;
  title?: string;
  description?: string;
  leadUnitId?: string;
  supportingUnitIds?: string[];
  dueOn?: string | null;
  clauseId?: string;
  requiredEvidence?: EvidenceKind[];
  priority?: Priority;
}
export interface BatchItem {
  source: { kind: SourceKind; id: string };
  title?: string;
  leadUnitId?: string;
  supportingUnitIds?: string[];
  dueOn: string | null;
  priority?: Priority;
  requiredEvidence?: EvidenceKind[];
}
export interface BatchPreviewRow {
  index: number;
  source: { kind: SourceKind; id: string; title: string };
  title: string;
  leadUnit: UnitRef | null;
  supportingUnits: UnitRef[];
  dueOn: string | null;
  clause: ClauseRef | null;
  problems: { pointer: string; message: string }[];
  duplicateOf: { id: string; number: string; title: string } | null;
}
export interface BatchPreview {
  rows: BatchPreviewRow[];
  valid: number;
  invalid: number;
}
export interface BatchResult {
  requestId: string;
  items: { index: number; task: TaskRow }[];
}
