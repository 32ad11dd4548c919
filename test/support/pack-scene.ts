import { type CampaignPack, fingerprintOf, loadPack, packDataDirectory } from '#campaign-pack';
import { expect } from '@jest/globals';
import { Command } from 'commander';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { BusinessTime } from '../../apps/server/src/database/business-time.js';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { FaultPoints } from '../../apps/server/src/database/fault-points.js';
import { readConfig } from '../../apps/server/src/config/read-config.js';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import { createCampaign } from '../../apps/server/src/features/campaigns/create-campaign.js';
import { loadPackIntoCampaign } from '../../apps/server/src/features/campaigns/load-pack.js';
import { registerPackCommands } from '../../apps/server/src/features/campaigns/pack.commands.js';
import type { PackWork } from '../../apps/server/src/features/campaigns/pack.repository.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export const xinmi = loadPack(join(packDataDirectory(), 'xinmi'));
export const tables = [
  'source_document',
  'clause',
  'unit',
  'duty',
  'phase',
  'project',
  'project_year',
  'target',
];
const everything = [...tables, 'unit_alias', 'pack_load', 'campaign'];

export let dataSource: DataSource;
export let campaignId: string;
let database: TestDatabase;

/** A database of the test's own with one empty campaign, for loading packs into. */
export async function openPackScene(): Promise<void> {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.connection).initialize();
  campaignId = v7();
  await inTransaction((work) => createCampaign(work, xinmi));
}

export async function closePackScene(): Promise<void> {
  await dataSource.destroy();
  await database.drop();
}

export function variant(change: Partial<CampaignPack>): CampaignPack {
  const content = { ...xinmi, ...change };
  return { ...content, fingerprint: fingerprintOf(content) };
}

export function inTransaction<T>(operation: (work: PackWork) => Promise<T>): Promise<T> {
  const now = new Date('2022-09-15T01:00:00Z');
  return dataSource.transaction((manager) =>
    operation({ manager, campaignId, now, newId: () => v7(), actor: null }),
  );
}

export function load(pack: CampaignPack): ReturnType<typeof loadPackIntoCampaign> {
  return inTransaction((work) => loadPackIntoCampaign(work, pack));
}

export async function rows(statement: string): Promise<unknown[]> {
  return dataSource.query<unknown[]>(statement);
}

export async function counts(): Promise<Record<string, number>> {
  const found = await Promise.all(tables.map((table) => rows(`SELECT count(*)::int AS n FROM ${table}`)));
  return Object.fromEntries(tables.map((table, index) => [table, (found[index]?.[0] as { n: number }).n]));
}

/** Every row with the transaction that wrote it: an update that changes nothing shows too. */
export async function snapshot(names: readonly string[] = everything): Promise<string[]> {
  const all = await Promise.all(
    names.map((table) =>
      rows(`SELECT '${table} ' || x.xmin || ' ' || x::text AS row FROM ${table} x ORDER BY 1`),
    ),
  );
  return all.flat().map((found) => (found as { row: string }).row);
}

export async function countStatements(operation: (work: PackWork) => Promise<unknown>): Promise<number> {
  let count = 0;
  const rollBack = new Error('counted');
  const counted = inTransaction(async (work) => {
    await operation({ ...work, manager: watching(work.manager, () => (count += 1)) });
    throw rollBack;
  });
  await expect(counted).rejects.toBe(rollBack);
  return count;
}

export function failingAt(manager: EntityManager, nth: number): EntityManager {
  let count = 0;
  return watching(manager, () => {
    count += 1;
    if (count === nth) throw new Error(`statement ${nth}`);
  });
}

export function watching(manager: EntityManager, watch: () => void): EntityManager {
  return new Proxy(manager, {
    get(target, property, receiver) {
      if (property !== 'query') return Reflect.get(target, property, receiver) as unknown;
      return async (...parameters: Parameters<EntityManager['query']>) => {
        watch();
        return target.query(...parameters);
      };
    },
  });
}

export async function addTask(dutyEntry: string): Promise<void> {
  const [account, batch] = [v7(), v7()];
  await dataSource.query(
    `INSERT INTO account (id, login, name, password_hash, created_at) VALUES ($1, 'clerk', '某人', '-', now())`,
    [account],
  );
  await dataSource.query(
    `INSERT INTO task_batch (campaign_id, id, digest, created_by, created_at) VALUES ($1, $2, '-', $3, now())`,
    [campaignId, batch, account],
  );
  await dataSource.query(
    `INSERT INTO task (campaign_id, id, seq, batch_id, batch_index, title, description, source_kind, source_id, clause_id,
       lead_unit_id, state, priority, required_evidence, created_by, created_at, updated_at)
     SELECT $1, $2, 1, $3, 0, '任务', '', 'duty', d.id, d.clause_id, d.unit_id, 'draft', 'normal', '{}', $4, now(), now()
     FROM duty d WHERE d.campaign_id = $1 AND d.entry = $5`,
    [campaignId, v7(), batch, account, dutyEntry],
  );
}

export async function run(...words: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  let code = 0;
  const program = new Command().exitOverride();
  const time = new BusinessTime({ now: () => Date.parse('2022-09-15T01:00:00Z') }, undefined);
  const config = readConfig({}, '.');
  registerPackCommands(program, {
    print: (line) => lines.push(line),
    complain: () => undefined,
    setExitCode: (value) => (code = value),
    withRuntime: (use) =>
      use({
        config,
        clock: time.clock,
        dataSource,
        time,
        unitOfWork: new UnitOfWork(dataSource, time, new FaultPoints(undefined)),
      }),
  });
  await program.parseAsync(words, { from: 'user' });
  return { code, output: lines.join('\n') };
}
