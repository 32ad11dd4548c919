import type { EntityManager } from 'typeorm';
import type { ServerConfig } from '../../config/server-config.js';
import type { BusinessTime } from '../../database/business-time.js';
import { listDemoAccounts } from '../accounts/accounts.module.js';
import type { InstanceView } from './instance.dto.js';
import { packChoices } from './pack-choices.js';
import { readProductVersion } from './product-version.js';

const version = readProductVersion();

export async function readInstance(
  manager: EntityManager,
  time: BusinessTime,
  config: ServerConfig,
): Promise<InstanceView> {
  const [row] = await manager.query<{ needs_setup: boolean }[]>(
    `SELECT NOT EXISTS (SELECT 1 FROM account) AS needs_setup`,
  );
  const moment = await time.moment(manager);
  const demoAccounts = await listDemoAccounts(manager);
  return {
    needsSetup: row?.needs_setup ?? false,
    product: '均衡',
    version,
    today: moment.today,
    exerciseDate: moment.exerciseDate,
    demo: demoAccounts.length > 0,
    demoAccounts,
    mailConfigured: config.smtpUrl !== undefined,
    packs: [...packChoices()],
  };
}
