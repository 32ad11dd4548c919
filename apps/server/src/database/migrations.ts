import { CreateAccounts1795305600000 } from '../../../../migrations/1795305600000-CreateAccounts.js';
import { CreateInstanceTables1795305601000 } from '../../../../migrations/1795305601000-CreateInstanceTables.js';
import { CreateCampaignPlan1795305602000 } from '../../../../migrations/1795305602000-CreateCampaignPlan.js';
import { CreateTasks1795305603000 } from '../../../../migrations/1795305603000-CreateTasks.js';
import { CreateOutbox1795305604000 } from '../../../../migrations/1795305604000-CreateOutbox.js';
import { CreateSchoolData1795305605000 } from '../../../../migrations/1795305605000-CreateSchoolData.js';
import { CreateCountyInputs1795305606000 } from '../../../../migrations/1795305606000-CreateCountyInputs.js';
import { CreateIndicatorResponsibilities1795305607000 } from '../../../../migrations/1795305607000-CreateIndicatorResponsibilities.js';
import { CreateWhatIfs1795305608000 } from '../../../../migrations/1795305608000-CreateWhatIfs.js';
import { CreateDueRules1795305609000 } from '../../../../migrations/1795305609000-CreateDueRules.js';
import { CreateRecurringWork1795305610000 } from '../../../../migrations/1795305610000-CreateRecurringWork.js';
import { CreateReminderRules1795305611000 } from '../../../../migrations/1795305611000-CreateReminderRules.js';
import { CreateEscalation1795305612000 } from '../../../../migrations/1795305612000-CreateEscalation.js';
import { CreateExtensions1795305613000 } from '../../../../migrations/1795305613000-CreateExtensions.js';
import { CreateChannels1795305614000 } from '../../../../migrations/1795305614000-CreateChannels.js';
import { JoinDigests1795305615000 } from '../../../../migrations/1795305615000-JoinDigests.js';
import { CreateSimulationRuns1795305616000 } from '../../../../migrations/1795305616000-CreateSimulationRuns.js';
import { CreateProjectRecords1795305620000 } from '../../../../migrations/1795305620000-CreateProjectRecords.js';
import { CreateTimeline1795305630000 } from '../../../../migrations/1795305630000-CreateTimeline.js';
import { CreateBaselines1795305631000 } from '../../../../migrations/1795305631000-CreateBaselines.js';
import { CreateLedgers1795305640000 } from '../../../../migrations/1795305640000-CreateLedgers.js';
import { CreateLedgerImports1795305641000 } from '../../../../migrations/1795305641000-CreateLedgerImports.js';
import { AddSupportReceipts1795305642000 } from '../../../../migrations/1795305642000-AddSupportReceipts.js';
import { CreateLocalCalendars1795305643000 } from '../../../../migrations/1795305643000-CreateLocalCalendars.js';
import { SealRobotAddresses1795305644000 } from '../../../../migrations/1795305644000-SealRobotAddresses.js';
import { MarkUnitLeaders1795305647000 } from '../../../../migrations/1795305647000-MarkUnitLeaders.js';
import { ResolveRecurringAudiences1795305648000 } from '../../../../migrations/1795305648000-ResolveRecurringAudiences.js';

/** In order; the last one is named in migrations/HEAD. */
export const migrations = [
  CreateAccounts1795305600000,
  CreateInstanceTables1795305601000,
  CreateCampaignPlan1795305602000,
  CreateTasks1795305603000,
  CreateOutbox1795305604000,
  CreateSchoolData1795305605000,
  CreateCountyInputs1795305606000,
  CreateIndicatorResponsibilities1795305607000,
  CreateWhatIfs1795305608000,
  CreateDueRules1795305609000,
  CreateRecurringWork1795305610000,
  CreateReminderRules1795305611000,
  CreateEscalation1795305612000,
  CreateExtensions1795305613000,
  CreateChannels1795305614000,
  JoinDigests1795305615000,
  CreateSimulationRuns1795305616000,
  CreateProjectRecords1795305620000,
  CreateTimeline1795305630000,
  CreateBaselines1795305631000,
  CreateLedgers1795305640000,
  CreateLedgerImports1795305641000,
  AddSupportReceipts1795305642000,
  CreateLocalCalendars1795305643000,
  SealRobotAddresses1795305644000,
  MarkUnitLeaders1795305647000,
  ResolveRecurringAudiences1795305648000,
];
