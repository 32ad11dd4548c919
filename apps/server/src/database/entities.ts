import { AccountEntity } from '../features/accounts/account.entity.js';
import { LoginThrottleEntity } from '../features/accounts/login-throttle.entity.js';
import { MembershipEntity } from '../features/accounts/membership.entity.js';
import { SessionEntity } from '../features/accounts/session.entity.js';
import { AuditEventEntity } from '../features/audit/audit-event.entity.js';
import { LocalCalendarEntity } from '../features/calendar/local-calendar.entity.js';
import { LocalCalendarDayEntity } from '../features/calendar/local-calendar-day.entity.js';
import { CampaignEntity } from '../features/campaigns/campaign.entity.js';
import { ClauseEntity } from '../features/campaigns/clause.entity.js';
import { PackLoadEntity } from '../features/campaigns/pack-load.entity.js';
import { PhaseEntity } from '../features/campaigns/phase.entity.js';
import { SourceDocumentEntity } from '../features/campaigns/source-document.entity.js';
import { TargetEntity } from '../features/campaigns/target.entity.js';
import { DutyEntity } from '../features/duties/duty.entity.js';
import { EscalationEntity } from '../features/escalation/escalation.entity.js';
import { EscalationNoticeEntity } from '../features/escalation/escalation-notice.entity.js';
import { LadderActivationEntity } from '../features/escalation/ladder-activation.entity.js';
import { LadderVersionEntity } from '../features/escalation/ladder-version.entity.js';
import { PaperRequestEntity } from '../features/escalation/paper-request.entity.js';
import { EvidenceEntity } from '../features/evidence/evidence.entity.js';
import { ExtensionDecisionEntity } from '../features/extensions/extension-decision.entity.js';
import { ExtensionDoorEntity } from '../features/extensions/extension-door.entity.js';
import { ExtensionRequestEntity } from '../features/extensions/extension-request.entity.js';
import { PauseRequestEntity } from '../features/extensions/pause-request.entity.js';
import { ClassRecordEntity } from '../features/indicators/class-record.entity.js';
import { IndicatorCycleEntity } from '../features/indicators/responsibilities/indicator-cycle.entity.js';
import { IndicatorResponsibilityEntity } from '../features/indicators/responsibilities/indicator-responsibility.entity.js';
import { CountyFigureEntity } from '../features/indicators/county-figure.entity.js';
import { IndicatorJudgementEntity } from '../features/indicators/indicator-judgement.entity.js';
import { JudgementReviewEntity } from '../features/indicators/judgement-review.entity.js';
import { VetoEventEntity } from '../features/indicators/veto-event.entity.js';
import { VetoEventStateEntity } from '../features/indicators/veto-event-state.entity.js';
import { SpecialCaseUseEntity } from '../features/indicators/special-case-use.entity.js';
import { SchoolDataSetEntity } from '../features/indicators/school-data-set.entity.js';
import { SchoolImportEntity } from '../features/indicators/school-import.entity.js';
import { SchoolRecordEntity } from '../features/indicators/school-record.entity.js';
import { WhatIfEntity } from '../features/indicators/projection/what-if.entity.js';
import { ClassCensusEntity } from '../features/ledgers/class-census.entity.js';
import { ClassImportRunEntity } from '../features/ledgers/class-import-run.entity.js';
import { ClassImportEntity } from '../features/ledgers/class-import.entity.js';
import { ClassRowEntity } from '../features/ledgers/class-row.entity.js';
import { LedgerEntryEntity } from '../features/ledgers/ledger-entry.entity.js';
import { LedgerEventEntity } from '../features/ledgers/ledger-event.entity.js';
import { LedgerEvidenceEntity } from '../features/ledgers/ledger-evidence.entity.js';
import { LedgerImportEntity } from '../features/ledgers/ledger-import.entity.js';
import { LedgerTargetEntity } from '../features/ledgers/ledger-target.entity.js';
import { CalendarFeedEntity } from '../features/notifications/calendar-feed.entity.js';
import { InboxReadingEntity } from '../features/notifications/inbox-reading.entity.js';
import { MailboxFailureEntity } from '../features/notifications/mailbox-failure.entity.js';
import { OutboxAttachmentEntity } from '../features/notifications/outbox-attachment.entity.js';
import { OutboxMessageEntity } from '../features/notifications/outbox-message.entity.js';
import { RobotEntity } from '../features/notifications/robot.entity.js';
import { MilestoneChainEntity } from '../features/projects/milestone-chain.entity.js';
import { ProjectAmountEntity } from '../features/projects/project-amount.entity.js';
import { ProjectDateEntity } from '../features/projects/project-date.entity.js';
import { ProjectEntryEntity } from '../features/projects/project-entry.entity.js';
import { ProjectFactsEntity } from '../features/projects/project-facts.entity.js';
import { ProjectLateTaskEntity } from '../features/projects/project-late-task.entity.js';
import { ProjectUnitEntity } from '../features/projects/project-unit.entity.js';
import { ProjectYearEntity } from '../features/projects/project-year.entity.js';
import { ProjectEntity } from '../features/projects/project.entity.js';
import { RecurringInstanceEntity } from '../features/recurring/recurring-instance.entity.js';
import { RecurringPresetDismissalEntity } from '../features/recurring/recurring-preset-dismissal.entity.js';
import { RecurringRuleEntity } from '../features/recurring/recurring-rule.entity.js';
import { JobRunEntity } from '../features/reminders/job-run.entity.js';
import { ReminderRuleChangeEntity } from '../features/reminders/reminder-rule-change.entity.js';
import { ReminderRuleEntity } from '../features/reminders/reminder-rule.entity.js';
import { ReminderEntity } from '../features/reminders/reminder.entity.js';
import { SchedulerHeartbeatEntity } from '../features/reminders/scheduler-heartbeat.entity.js';
import { CalendarDayEntity } from '../features/settings/calendar-day.entity.js';
import { CalendarYearEntity } from '../features/settings/calendar-year.entity.js';
import { InstanceSettingEntity } from '../features/settings/instance-setting.entity.js';
import { SimulationRunEntity } from '../features/simulation/simulation-run.entity.js';
import { TaskBatchEntity } from '../features/tasks/task-batch.entity.js';
import { TaskEventEntity } from '../features/tasks/task-event.entity.js';
import { TaskGapEntity } from '../features/tasks/task-gap.entity.js';
import { TaskPauseEntity } from '../features/tasks/task-pause.entity.js';
import { TaskSupportEntity } from '../features/tasks/task-support.entity.js';
import { TaskEntity } from '../features/tasks/task.entity.js';
import { BaselineEntity } from '../features/timeline/baseline.entity.js';
import { BaselineItemEntity } from '../features/timeline/baseline-item.entity.js';
import { GateDecisionEntity } from '../features/timeline/gate-decision.entity.js';
import { GateVersionEntity } from '../features/timeline/gate-version.entity.js';
import { PhaseDateEntity } from '../features/timeline/phase-date.entity.js';
import { UnitAliasEntity } from '../features/units/unit-alias.entity.js';
import { UnitEntity } from '../features/units/unit.entity.js';

/** Every table, for the data source; features reach only their own. */
export const entities = [
  AccountEntity,
  LoginThrottleEntity,
  MembershipEntity,
  SessionEntity,
  AuditEventEntity,
  LocalCalendarEntity,
  LocalCalendarDayEntity,
  CampaignEntity,
  ClauseEntity,
  PackLoadEntity,
  PhaseEntity,
  SourceDocumentEntity,
  TargetEntity,
  DutyEntity,
  EscalationEntity,
  EscalationNoticeEntity,
  LadderActivationEntity,
  LadderVersionEntity,
  PaperRequestEntity,
  EvidenceEntity,
  ExtensionDecisionEntity,
  ExtensionDoorEntity,
  ExtensionRequestEntity,
  PauseRequestEntity,
  ClassRecordEntity,
  IndicatorCycleEntity,
  IndicatorResponsibilityEntity,
  CountyFigureEntity,
  IndicatorJudgementEntity,
  JudgementReviewEntity,
  VetoEventEntity,
  VetoEventStateEntity,
  SpecialCaseUseEntity,
  SchoolDataSetEntity,
  SchoolImportEntity,
  SchoolRecordEntity,
  WhatIfEntity,
  ClassCensusEntity,
  ClassImportRunEntity,
  ClassImportEntity,
  ClassRowEntity,
  LedgerEntryEntity,
  LedgerEventEntity,
  LedgerEvidenceEntity,
  LedgerImportEntity,
  LedgerTargetEntity,
  CalendarFeedEntity,
  InboxReadingEntity,
  MailboxFailureEntity,
  OutboxAttachmentEntity,
  OutboxMessageEntity,
  RobotEntity,
  MilestoneChainEntity,
  ProjectAmountEntity,
  ProjectDateEntity,
  ProjectEntryEntity,
  ProjectFactsEntity,
  ProjectLateTaskEntity,
  ProjectUnitEntity,
  ProjectYearEntity,
  ProjectEntity,
  RecurringInstanceEntity,
  RecurringPresetDismissalEntity,
  RecurringRuleEntity,
  JobRunEntity,
  ReminderRuleChangeEntity,
  ReminderRuleEntity,
  ReminderEntity,
  SchedulerHeartbeatEntity,
  CalendarDayEntity,
  CalendarYearEntity,
  InstanceSettingEntity,
  SimulationRunEntity,
  TaskBatchEntity,
  TaskEventEntity,
  TaskGapEntity,
  TaskPauseEntity,
  TaskSupportEntity,
  TaskEntity,
  BaselineEntity,
  BaselineItemEntity,
  GateDecisionEntity,
  GateVersionEntity,
  PhaseDateEntity,
  UnitAliasEntity,
  UnitEntity,
];
