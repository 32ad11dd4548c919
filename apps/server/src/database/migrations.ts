import { CreateAccounts1795305600000 } from '../../../../migrations/1795305600000-CreateAccounts.js';
import { CreateInstanceTables1795305601000 } from '../../../../migrations/1795305601000-CreateInstanceTables.js';
import { CreateCampaignPlan1795305602000 } from '../../../../migrations/1795305602000-CreateCampaignPlan.js';
import { CreateTasks1795305603000 } from '../../../../migrations/1795305603000-CreateTasks.js';
import { CreateOutbox1795305604000 } from '../../../../migrations/1795305604000-CreateOutbox.js';
import { CreateSchoolData1795305605000 } from '../../../../migrations/1795305605000-CreateSchoolData.js';
import { CreateEscalation1795305612000 } from '../../../../migrations/1795305612000-CreateEscalation.js';

/** In order; the last one is named in migrations/HEAD. */
export const migrations = [
  CreateAccounts1795305600000,
  CreateInstanceTables1795305601000,
  CreateCampaignPlan1795305602000,
  CreateTasks1795305603000,
  CreateOutbox1795305604000,
  CreateSchoolData1795305605000,
  CreateEscalation1795305612000,
];
