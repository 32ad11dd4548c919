import type { Clock } from '#kernel';
import type { DataSource } from 'typeorm';
import type { ServerConfig } from '../../config/server-config.js';
import { BusinessTime } from '../../database/business-time.js';
import { issueSetupCode, listDemoAccounts, PasswordHasher } from '../accounts/accounts.module.js';
import { evidenceStore } from '../evidence/evidence.module.js';
import { ledgerTools } from '../ledgers/ledgers.module.js';
import { loadExample } from './load-example.js';

interface Parts {
  readonly dataSource: DataSource;
  readonly config: ServerConfig;
  readonly clock: Clock;
}

// Two processes that start together on an empty database fill it once.
const fillLock = 7_305_216_442;

/**
 * Fills an empty database: with the example campaign, or with a one-time code for the first administrator.
 * @returns what to tell the person at the console
 */
export async function firstContent(parts: Parts, progress: (line: string) => void): Promise<string[]> {
  return parts.dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock($1)`, [fillLock]);
    const [row] = await manager.query<{ empty: boolean }[]>(
      `SELECT NOT EXISTS (SELECT 1 FROM account) AS empty`,
    );
    const { config, clock } = parts;
    if (row?.empty && config.example === 'xinmi') {
      const started = clock.now();
      const time = new BusinessTime(clock, config.today);
      const store = evidenceStore(config);
      const ledgers = ledgerTools(config);
      await loadExample({ manager, time, store, hasher: new PasswordHasher(), ledgers });
      progress(
        `示例：已载入新密市创建工作和演示账号（用时 ${((clock.now() - started) / 1000).toFixed(1)} 秒）`,
      );
    } else if (row?.empty) {
      const code = await issueSetupCode(manager, new Date(clock.now()));
      return ['还没有账号：请打开上面的网址，用一次性设置码创建首位管理员。', `一次性设置码：${code}`];
    }
    return describeDemo(await listDemoAccounts(manager));
  });
}

function describeDemo(accounts: Awaited<ReturnType<typeof listDemoAccounts>>): string[] {
  const [first] = accounts;
  if (!first) return [];
  const lines = accounts.map((one) => `  ${one.login.padEnd(8)}${one.name}（${one.roleName}）`);
  return [`演示账号（密码都是 ${first.password}）：`, ...lines, '按 Ctrl-C 停止。'];
}
