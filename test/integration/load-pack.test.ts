import { type CampaignPack, diffPacks, fingerprintOf, loadPack, packDataDirectory } from '#campaign-pack';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
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
import { previewPackLoad } from '../../apps/server/src/features/campaigns/preview-pack-load.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const xinmi = loadPack(join(packDataDirectory(), 'xinmi'));
const tables = ['source_document', 'clause', 'unit', 'duty', 'phase', 'project', 'project_year', 'target'];
const everything = [...tables, 'unit_alias', 'pack_load', 'campaign'];

let database: TestDatabase;
let dataSource: DataSource;
let campaignId: string;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.connection).initialize();
  campaignId = v7();
  await inTransaction((work) => createCampaign(work, xinmi));
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('loading a pack into a campaign', () => {
  test('writes the whole plan, each row on its clause', async () => {
    const { changed } = await load(xinmi);
    expect(changed).toBe(true);
    expect(await counts()).toEqual({
      source_document: 5,
      clause: 49,
      unit: 33,
      duty: 76,
      phase: 3,
      project: 20,
      project_year: 4,
      target: 35,
    });
    const [duty] = await rows(
      `SELECT d.text, u.name AS unit, c.number, s.title AS document FROM duty d
       JOIN unit u ON (u.campaign_id, u.id) = (d.campaign_id, d.unit_id)
       JOIN clause c ON (c.campaign_id, c.id) = (d.campaign_id, d.clause_id)
       JOIN source_document s ON (s.campaign_id, s.id) = (c.campaign_id, c.document_id)
       WHERE d.entry = 'duty-statistics-1'`,
    );
    expect(duty).toEqual({
      text: '做好教育事业的统计监督',
      unit: '统计局',
      number: '附件·统计局',
      document: '新密市义务教育优质均衡发展实施方案（征求意见稿）',
    });
  });

  test('keeps money exact, dates as dates, and what is not stated as null', async () => {
    await load(xinmi);
    expect(await rows(`SELECT sum(investment)::text AS total FROM project_year`)).toEqual([
      { total: '116769.3800' },
    ]);
    expect(await rows(`SELECT starts_on, ends_on, undetermined FROM phase ORDER BY position`)).toEqual([
      { starts_on: '2021-04-01', ends_on: '2021-12-31', undetermined: false },
      { starts_on: '2022-01-01', ends_on: '2023-08-31', undetermined: false },
      { starts_on: null, ends_on: null, undetermined: true },
    ]);
    expect(await rows(`SELECT stages FROM project WHERE entry = 'school-bfsu-affiliated'`)).toEqual([
      { stages: ['primary', 'junior'] },
    ]);
  });

  test('a second time changes nothing', async () => {
    await load(xinmi);
    const before = await snapshot();
    const { changed, diff } = await load(xinmi);
    expect(changed).toBe(false);
    expect(diff).toEqual({ added: [], changed: [], removed: [] });
    expect(await snapshot()).toEqual(before);
  });

  test('T07: failing at any statement leaves nothing behind', async () => {
    const empty = await snapshot();
    const statements = await countStatements((work) => loadPackIntoCampaign(work, xinmi));
    expect(statements).toBeGreaterThan(20);
    for (let nth = 1; nth <= statements; nth += 1) {
      const failing = inTransaction((work) =>
        loadPackIntoCampaign({ ...work, manager: failingAt(work.manager, nth) }, xinmi),
      );
      await expect(failing).rejects.toThrow(`statement ${nth}`);
      expect(await snapshot()).toEqual(empty);
    }
  });

  test('R-89: takes the same number of statements however large the pack is', async () => {
    const small = variant({ duties: xinmi.duties.slice(0, 15), targets: [] });
    expect(await countStatements((work) => loadPackIntoCampaign(work, small))).toBe(
      await countStatements((work) => loadPackIntoCampaign(work, xinmi)),
    );
  });

  test('what is refused says why', async () => {
    const faulty = variant({ projects: xinmi.projects.slice(1) });
    await expect(load(faulty)).rejects.toMatchObject({ code: 'rule_refused' });
    await expect(
      inTransaction((work) => loadPackIntoCampaign(work, xinmi, 'seen-before')),
    ).rejects.toMatchObject({
      code: 'pack_changed',
    });
    await load(xinmi);
    await expect(load(variant({ id: 'other' }))).rejects.toMatchObject({ code: 'rule_refused' });
    campaignId = v7();
    await expect(load(xinmi)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('loading a changed pack', () => {
  beforeEach(() => load(xinmi));

  test('changes what differs and leaves the rest untouched', async () => {
    const before = await snapshot(['duty', 'unit', 'clause']);
    const duties = xinmi.duties.map((duty) =>
      duty.id === 'duty-office-1' ? { ...duty, text: '统筹创建工作' } : duty,
    );
    await load(variant({ duties }));
    const after = await snapshot(['duty', 'unit', 'clause']);
    const differing = after.filter((row) => !before.includes(row));
    expect(differing).toHaveLength(1);
    expect(differing[0]).toContain('统筹创建工作');
  });

  test('units renamed by the office keep their names', async () => {
    await dataSource.query(
      `UPDATE unit SET name = '某镇', short_name = '某镇', name_pending = false, renamed = true WHERE entry = 'township-01'`,
    );
    await load(
      variant({ units: xinmi.units.map((unit) => ({ ...unit, shortName: `${unit.shortName}单位` })) }),
    );
    expect(await rows(`SELECT name, short_name, name_pending FROM unit WHERE entry = 'township-01'`)).toEqual(
      [{ name: '某镇', short_name: '某镇', name_pending: false }],
    );
    expect(await rows(`SELECT short_name FROM unit WHERE entry = 'finance'`)).toEqual([
      { short_name: '财政局单位' },
    ]);
  });

  test('a name that the office gave is no difference to the pack', async () => {
    await dataSource.query(`UPDATE unit SET name = '某镇', renamed = true WHERE entry = 'township-01'`);
    const units = xinmi.units.map((unit) =>
      unit.id === 'township-01' ? { ...unit, name: '另一镇', namePending: false } : unit,
    );
    const { diff } = await load(variant({ units, place: '新密' }));
    expect(diff.changed.map((change) => change.kind)).toEqual(['pack']);
  });

  test('units may swap their names, and a change of a unit counts as a new version', async () => {
    const swapped: Readonly<Record<string, string>> = { tax: '残联', disabled: '税务局' };
    const units = xinmi.units.map((unit) => {
      const name = swapped[unit.id];
      return name ? { ...unit, name, shortName: name, aliases: [] } : unit;
    });
    await load(variant({ units }));
    expect(
      await rows(
        `SELECT entry, name, version FROM unit WHERE entry IN ('tax', 'disabled', 'police') ORDER BY 1`,
      ),
    ).toEqual([
      { entry: 'disabled', name: '税务局', version: 2 },
      { entry: 'police', name: '公安局', version: 1 },
      { entry: 'tax', name: '残联', version: 2 },
    ]);
  });

  test('a name that the office gave to another unit is refused in words', async () => {
    await dataSource.query(`UPDATE unit SET name = '甲镇', renamed = true WHERE entry = 'township-01'`);
    const units = xinmi.units.map((unit) => (unit.id === 'township-02' ? { ...unit, name: '甲镇' } : unit));
    await expect(load(variant({ units }))).rejects.toMatchObject({
      code: 'rule_refused',
      message: expect.stringContaining('“甲镇”') as unknown,
    });
  });

  test('entries without tasks go, those with tasks stay and are marked; both come back with the pack', async () => {
    await addTask('duty-office-1');
    const without = variant({
      duties: xinmi.duties.filter((duty) => !['duty-office-1', 'duty-office-2'].includes(duty.id)),
    });
    const { diff } = await load(without);
    expect(diff.removed.map((change) => change.id)).toEqual(['duty-office-1', 'duty-office-2']);
    const office = `SELECT entry, withdrawn FROM duty WHERE entry LIKE 'duty-office-%' ORDER BY entry`;
    expect(await rows(office)).toEqual([{ entry: 'duty-office-1', withdrawn: true }]);
    await load(xinmi);
    expect(await rows(office)).toEqual([
      { entry: 'duty-office-1', withdrawn: false },
      { entry: 'duty-office-2', withdrawn: false },
    ]);
  });

  test('a dropped unit goes with its aliases, and an alias may move to another unit', async () => {
    const units = xinmi.units
      .filter((unit) => unit.id !== 'disabled')
      .map((unit) => ({
        ...unit,
        aliases:
          unit.id === 'civil'
            ? ['市民政局', '市财政局']
            : unit.aliases.filter((alias) => alias !== '市财政局'),
      }));
    const smaller = variant({
      units,
      members: xinmi.members && { ...xinmi.members, total: 32 },
      duties: xinmi.duties.filter((duty) => duty.unit !== 'disabled'),
    });
    await load(smaller);
    expect(await rows(`SELECT count(*)::int AS n FROM unit`)).toEqual([{ n: 32 }]);
    expect(
      await rows(
        `SELECT u.entry FROM unit_alias a JOIN unit u ON u.id = a.unit_id WHERE a.alias IN ('市财政局', '市残联')`,
      ),
    ).toEqual([{ entry: 'civil' }]);
  });

  test('the preview shows the same difference and writes nothing', async () => {
    const before = await snapshot();
    const changed = variant({ phases: xinmi.phases.slice(0, 2) });
    const preview = await inTransaction((work) => previewPackLoad(work, changed));
    expect(preview).toMatchObject({
      packId: 'xinmi',
      fingerprint: changed.fingerprint,
      loadedFingerprint: xinmi.fingerprint,
      unchanged: false,
      ...diffPacks(xinmi, changed),
    });
    expect(preview.removed).toEqual([{ kind: 'phase', id: 'phase-3', title: '迎接验收' }]);
    expect(await snapshot()).toEqual(before);
  });

  test('two loads at once: one changes, the other finds nothing to do', async () => {
    const changed = variant({ place: '新密' });
    const results = await Promise.all([load(changed), load(changed)]);
    const late = results.find((result) => !result.changed);
    expect(results.filter((result) => result.changed)).toHaveLength(1);
    expect(late?.diff).toEqual({ added: [], changed: [], removed: [] });
  });
});

describe('junheng pack', () => {
  test('check prints every check and ends with 0: the plan has doubts, no faults', async () => {
    const { code, output } = await run('pack', 'check', 'xinmi');
    expect(code).toBe(0);
    expect(output).toContain('成员单位33（部门15、乡镇街道18）');
    expect(output).toMatch(/核对\d+项：相符\d+，须核实\d+，错误0/);
    expect(output).toContain('！ [三（二）2（2）] 2021年初中4950个学位 ÷ 2所 = 校均2475，超过');
  });

  test('check --json carries the same', async () => {
    const { output } = await run('pack', 'check', 'xinmi', '--json');
    expect(JSON.parse(output)).toMatchObject({
      packId: 'xinmi',
      fingerprint: xinmi.fingerprint,
      counts: { units: 33 },
    });
  });

  test('an unknown pack is one sentence and exit code 1', async () => {
    expect(await run('pack', 'check', 'nowhere')).toEqual({
      code: 1,
      output: '没有数据包“nowhere”。现有：xinmi',
    });
  });

  test('load shows what would change, waits for --yes, makes the campaign, and then finds nothing to do', async () => {
    const asked = await run('pack', 'load', 'xinmi');
    expect(asked.code).toBe(2);
    expect(asked.output).toContain('职责76');
    expect(await rows(`SELECT id FROM campaign WHERE pack_id = 'xinmi'`)).toEqual([]);
    expect((await run('pack', 'load', 'xinmi', '--yes')).code).toBe(0);
    expect(await rows(`SELECT name FROM campaign WHERE pack_id = 'xinmi'`)).toEqual([{ name: xinmi.name }]);
    const again = await run('pack', 'load', 'xinmi', '--yes', '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.output)).toMatchObject({ unchanged: true, loaded: false });
  });

  test('load --campaign takes an existing one, and refuses what is none', async () => {
    expect((await run('pack', 'load', 'xinmi', '--campaign', campaignId, '--yes')).code).toBe(0);
    expect(await rows(`SELECT id FROM campaign WHERE pack_id = 'xinmi'`)).toEqual([{ id: campaignId }]);
    expect(await run('pack', 'load', 'xinmi', '--campaign', 'x')).toEqual({
      code: 1,
      output: '没有编号为 x 的创建工作。',
    });
  });
});

/** The real pack with parts of it replaced. */
function variant(change: Partial<CampaignPack>): CampaignPack {
  const content = { ...xinmi, ...change };
  return { ...content, fingerprint: fingerprintOf(content) };
}

function inTransaction<T>(operation: (work: PackWork) => Promise<T>): Promise<T> {
  const now = new Date('2022-09-15T01:00:00Z');
  return dataSource.transaction((manager) =>
    operation({ manager, campaignId, now, newId: () => v7(), actor: null }),
  );
}

function load(pack: CampaignPack): ReturnType<typeof loadPackIntoCampaign> {
  return inTransaction((work) => loadPackIntoCampaign(work, pack));
}

async function rows(statement: string): Promise<unknown[]> {
  return dataSource.query<unknown[]>(statement);
}

async function counts(): Promise<Record<string, number>> {
  const found = await Promise.all(tables.map((table) => rows(`SELECT count(*)::int AS n FROM ${table}`)));
  return Object.fromEntries(tables.map((table, index) => [table, (found[index]?.[0] as { n: number }).n]));
}

/** Every row with the transaction that wrote it: an update that changes nothing shows too. */
async function snapshot(names: readonly string[] = everything): Promise<string[]> {
  const all = await Promise.all(
    names.map((table) =>
      rows(`SELECT '${table} ' || x.xmin || ' ' || x::text AS row FROM ${table} x ORDER BY 1`),
    ),
  );
  return all.flat().map((found) => (found as { row: string }).row);
}

async function countStatements(operation: (work: PackWork) => Promise<unknown>): Promise<number> {
  let count = 0;
  const rollBack = new Error('counted');
  const counted = inTransaction(async (work) => {
    await operation({ ...work, manager: watching(work.manager, () => (count += 1)) });
    throw rollBack;
  });
  await expect(counted).rejects.toBe(rollBack);
  return count;
}

function failingAt(manager: EntityManager, nth: number): EntityManager {
  let count = 0;
  return watching(manager, () => {
    count += 1;
    if (count === nth) throw new Error(`statement ${nth}`);
  });
}

function watching(manager: EntityManager, watch: () => void): EntityManager {
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

async function addTask(dutyEntry: string): Promise<void> {
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

async function run(...words: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  let code = 0;
  const program = new Command().exitOverride();
  const time = new BusinessTime({ now: () => Date.parse('2022-09-15T01:00:00Z') }, undefined);
  const config = readConfig({}, '.');
  registerPackCommands(program, {
    print: (line) => lines.push(line),
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
